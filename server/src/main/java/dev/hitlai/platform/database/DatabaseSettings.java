package dev.hitlai.platform.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which database, from {@code hitlai.database.*}.
 *
 * @param url an external PostgreSQL 18, {@code postgresql://user:password@host:5432/database} or a
 *     JDBC URL (HITLAI_DATABASE_URL); blank: an embedded one in the data folder. Its login owns the
 *     tables.
 * @param appUrl the application's own login for the same database, a member of {@code hitlai_app}
 *     (HITLAI_DATABASE_APP_URL); blank: the owner's login, stepping down to that role
 * @param poolSize connections of the application, 2 to 500
 * @param folder the data folder of the embedded database (HITLAI_DATA_DIR)
 */
@Validated
@ConfigurationProperties("hitlai.database")
record DatabaseSettings(
    @DefaultValue("") String url,
    @DefaultValue("") String appUrl,
    @DefaultValue("20") @Min(2) @Max(500) int poolSize,
    @DefaultValue("data") Path folder) {

  boolean embedded() {
    return url.isBlank();
  }
}
