package dev.hitlai.platform.database;

import java.io.IOException;
import java.nio.file.Path;

/** Another HitlAI process for tests: holds the database of a folder until its input ends. */
final class EmbeddedDatabaseProgram {
  private EmbeddedDatabaseProgram() {}

  /** Prints the JDBC URL of the superuser's login once the database runs. */
  public static void main(String[] args) throws IOException {
    try (var database = EmbeddedDatabase.start(Path.of(args[0]))) {
      System.out.println("ready " + database.owner().jdbcUrl());
      System.in.read();
    }
  }
}
