package dev.hitlai.platform.database;

/** A reachable database and the two logins for it; closing it ends what was started for it. */
interface DatabaseServer extends AutoCloseable {
  /** The login that owns the tables: migrations and partitions. */
  DatabaseAddress owner();

  /** The login of the running application, which row-level security binds. */
  DatabaseAddress application();

  /** Whether the application's login has to step down to the role {@code hitlai_app} first. */
  boolean stepsDown();

  @Override
  void close();
}
