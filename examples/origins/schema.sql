CREATE TABLE allowed_origins (
  tenant text NOT NULL,
  origin text NOT NULL CHECK (octet_length(origin) <= 326),
  PRIMARY KEY (tenant, origin)
);

CREATE FUNCTION tell_origin_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed allowed_origins := COALESCE(NEW, OLD);
BEGIN
  PERFORM pg_notify('allowed_origins', changed.tenant || ' ' || changed.origin);
  RETURN NULL;
END
$$;

-- A row is added or removed, and never changed.
CREATE TRIGGER tell_origin_change AFTER INSERT OR DELETE ON allowed_origins
  FOR EACH ROW EXECUTE FUNCTION tell_origin_change();
