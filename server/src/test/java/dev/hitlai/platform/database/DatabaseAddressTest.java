package dev.hitlai.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.platform.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
  @Test
  void readsTheUrlThatHostersGive() {
    assertThat(
            DatabaseAddress.parse(
                "URL", "postgresql://ann:p%40ss%2B@db.example:6000/ux?sslmode=require"))
        .isEqualTo(
            new DatabaseAddress(
                "jdbc:postgresql://db.example:6000/ux?sslmode=require", "ann", "p@ss+"));
  }

  @Test
  void assumesTheUsualPort() {
    assertThat(DatabaseAddress.parse("URL", "postgres://ann@db.example/ux").jdbcUrl())
        .isEqualTo("jdbc:postgresql://db.example:5432/ux");
  }

  @Test
  void takesTheLoginOutOfAJdbcUrl() {
    assertThat(
            DatabaseAddress.parse(
                "URL", "jdbc:postgresql://db/ux?user=ann&password=secret&sslmode=require"))
        .isEqualTo(new DatabaseAddress("jdbc:postgresql://db/ux?sslmode=require", "ann", "secret"));
  }

  @Test
  void neverShowsThePassword() {
    var address = DatabaseAddress.parse("URL", "postgresql://ann:secret@db/ux");
    assertThat(address.toString()).doesNotContain("secret").contains("ann@db:5432/ux");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://ann:secret@db/ux",
        "postgresql://",
        "postgresql://db",
        "postgresql://ann:secret@/x",
        "nonsense secret"
      })
  void saysWhatAUrlLooksLikeWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> DatabaseAddress.parse("HITLAI_DATABASE_URL", url))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("HITLAI_DATABASE_URL")
        .message()
        .doesNotContain("secret");
  }
}
