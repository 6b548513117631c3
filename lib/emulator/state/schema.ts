/** "LGem" as a number: tells our data files from other SQLite files. */
export const APPLICATION_ID = 0x4c47656d
export const SCHEMA_VERSION = 2

/**
 * Numbers are positions that are never used again (autoincrement), so that a page token can be one.
 * Columns named after a member of the service hold its JSON as it was sent; null says that it never was.
 */
export const createTables = `
create table setting (key text primary key, value text not null) strict;
create table pool (
  number integer primary key autoincrement,
  id text not null unique,
  region text not null,
  name text not null,
  allow_guests integer not null,
  classic_flow integer,
  developer_provider text,
  login_providers text,
  oidc_arns text,
  user_pools text,
  saml_arns text,
  tags text not null,
  roles text,
  role_mappings text
) strict;
create table principal_tag (
  pool integer not null,
  provider text not null,
  use_defaults integer not null,
  tags text not null,
  primary key (pool, provider)
) strict, without rowid;
create table identity (
  number integer primary key autoincrement,
  id text not null,
  pool integer not null,
  disabled integer not null,
  created integer not null,
  modified integer not null
) strict;
create table login (
  number integer primary key autoincrement,
  identity integer not null,
  pool integer not null,
  provider text not null,
  subject text not null,
  developer integer not null
) strict;
`

/**
 * Apart from the tables, so that a new store is filled before its indexes are made. An identity is found by the number
 * in its id: an index of random ids would make every write slower the more there are. The last index allows one login
 * at each public provider, and any number of developer users.
 */
export const createIndexes = `
create index identity_by_pool on identity (pool);
create index enabled_identity_by_pool on identity (pool) where disabled = 0;
create unique index login_by_subject on login (pool, provider, subject);
create unique index login_by_identity on login (identity, provider, iif(developer, subject, ''));
`
