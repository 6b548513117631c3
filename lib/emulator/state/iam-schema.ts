/**
 * What IAM keeps. It has no Regions; names are unique whatever their case. A role's attachments name policies by ARN,
 * since those of AWS itself stand in no table.
 */
export const createIamTables = `
create table iam_role (
  number integer primary key autoincrement,
  name text not null unique collate nocase,
  id text not null,
  path text not null,
  trust text not null,
  description text,
  max_seconds integer not null,
  boundary text,
  tags text not null,
  created integer not null
) strict;
create table iam_role_policy (
  role integer not null,
  name text not null,
  document text not null,
  primary key (role, name)
) strict, without rowid;
create table iam_attachment (
  role integer not null,
  policy_arn text not null,
  primary key (role, policy_arn)
) strict, without rowid;
create table iam_policy (
  number integer primary key autoincrement,
  name text not null unique collate nocase,
  id text not null,
  path text not null,
  description text,
  tags text not null,
  created integer not null,
  changed integer not null,
  default_version integer not null,
  last_version integer not null
) strict;
create table iam_policy_version (
  policy integer not null,
  version integer not null,
  document text not null,
  created integer not null,
  primary key (policy, version)
) strict, without rowid;
`
