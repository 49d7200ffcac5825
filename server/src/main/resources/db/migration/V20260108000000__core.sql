create schema if not exists identity;
