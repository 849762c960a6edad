CREATE TABLE IF NOT EXISTS allowed_origins (
  tenant TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (length(origin) <= 326),
  -- Without a rowid the table is its own index.
  PRIMARY KEY (tenant, origin)
) STRICT, WITHOUT ROWID;
