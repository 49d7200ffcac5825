import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;
import org.slf4j.LoggerFactory;

/**
 * Turns the migrations into typed tables: starts an embedded PostgreSQL, migrates it and runs the
 * jOOQ generator once for each module's schema, so that a module's tables live inside the module.
 *
 * <p>Arguments: the migrations' folder, the output folder. Does nothing when neither changed.
 */
final class GenerateJooq {
  /** One PostgreSQL schema per business module; the generated package is the module's own. */
  private static final List<String> MODULES =
      List.of(
          "identity",
          "testing",
          "models",
          "alignment",
          "training",
          "testers",
          "recording",
          "apihealth",
          "monitoring",
          "notifications",
          "unlock",
          "programs",
          "billing",
          "redteam",
          "safety");

  /** Where a module isn't called like its schema. */
  private static final Map<String, String> PACKAGES = Map.of("apihealth", "health");

  public static void main(String[] args) throws Exception {
    ((Logger) LoggerFactory.getLogger("ROOT")).setLevel(Level.WARN);
    var migrations = Path.of(args[0]);
    var output = Path.of(args[1]);
    var stamp = output.resolve("migrations.sha256");
    var hash = hashOf(migrations);
    if (Files.exists(stamp) && Files.readString(stamp).equals(hash)) {
      return;
    }
    try (var postgres = EmbeddedPostgres.builder().start()) {
      var dataSource = postgres.getPostgresDatabase();
      Flyway.configure()
          .dataSource(dataSource)
          .locations("filesystem:" + migrations)
          .load()
          .migrate();
      for (var module : MODULES) {
        generate(postgres.getJdbcUrl("postgres", "postgres"), module, output);
      }
    }
    Files.createDirectories(output);
    Files.writeString(stamp, hash);
  }

  private static void generate(String url, String module, Path output) throws Exception {
    GenerationTool.generate(
        new Configuration()
            .withLogging(org.jooq.meta.jaxb.Logging.WARN)
            .withJdbc(new Jdbc().withDriver("org.postgresql.Driver").withUrl(url))
            .withGenerator(
                new Generator()
                    .withDatabase(
                        new Database()
                            .withName("org.jooq.meta.postgres.PostgresDatabase")
                            .withInputSchema(module)
                            // A partition is storage, not a table of the model.
                            .withExcludes(".*_p[0-9]{6,8}|.*_default")
                            .withForcedTypes(
                                new ForcedType()
                                    .withIgnoreUnused(true)
                                    .withUserType("java.lang.String")
                                    .withBinding("dev.hitlai.platform.jooq.UntypedTextBinding")
                                    .withIncludeTypes(
                                        "tsvector|citext|inet|tester_category|ai_model_provider")
                                    .withIncludeExpression(".*"),
                                new ForcedType()
                                    .withName("INSTANT")
                                    .withIgnoreUnused(true)
                                    .withIncludeTypes("(?i:timestamptz|timestamp with time zone)")))
                    .withGenerate(
                        new Generate()
                            .withRecords(true)
                            .withPojos(false)
                            .withDaos(false)
                            .withComments(false)
                            .withImplicitJoinPathsToMany(false)
                            .withGlobalObjectReferences(true))
                    .withTarget(
                        new Target()
                            .withPackageName(
                                "dev.hitlai."
                                    + PACKAGES.getOrDefault(module, module)
                                    + ".internal.jooq")
                            .withDirectory(output.toString()))));
  }

  private static String hashOf(Path migrations) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    try (var files = Files.walk(migrations)) {
      for (var file :
          files.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList()) {
        digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new IOException("Can't read the migrations in " + migrations, e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
