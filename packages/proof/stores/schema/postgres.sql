CREATE TABLE allowed_origins (
  tenant text NOT NULL,
  origin text NOT NULL CHECK (octet_length(origin) <= 326),
  -- The index of the primary key is the only one that a look-up needs.
  PRIMARY KEY (tenant, origin)
);

-- Each change is told to whoever listens, when and only when its transaction commits.
CREATE FUNCTION tell_origin_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM pg_notify('allowed_origins', OLD.tenant || ' ' || OLD.origin);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM pg_notify('allowed_origins', NEW.tenant || ' ' || NEW.origin);
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER tell_origin_change AFTER INSERT OR UPDATE OR DELETE ON allowed_origins
  FOR EACH ROW EXECUTE FUNCTION tell_origin_change();
