package dev.hitlai.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.platform.StartFailure;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestDatabase;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ExternalDatabaseTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @Test
  void stepsDownToTheApplicationsRoleWithTheOwnersLogin() throws SQLException {
    assertThat(userOfThePool(DATABASE.ownerUrl(), "")).isEqualTo("hitlai_app");
  }

  @Test
  void logsInAsTheApplicationWhenThatLoginIsGiven() throws SQLException {
    assertThat(userOfThePool(DATABASE.ownerUrl(), DATABASE.appUrl())).isEqualTo("hitlai_app");
  }

  @Test
  void refusesALoginThatRowLevelSecurityDoesNotBind() {
    assertThatThrownBy(() -> userOfThePool(DATABASE.ownerUrl(), DATABASE.ownerUrl()))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("bypasses row-level security");
  }

  @Test
  void saysWhereTheDatabaseShouldBeWhenItIsNot() throws Exception {
    int closed;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    var url = "postgresql://ann:secret@127.0.0.1:%d/ux".formatted(closed);
    assertThatThrownBy(() -> ExternalDatabase.connect(settings(url, "")))
        .isInstanceOf(StartFailure.class)
        .hasMessageStartingWith("Can't use the database 127.0.0.1:%d/ux: ".formatted(closed))
        .message()
        .doesNotContain("secret")
        .hasLineCount(1);
  }

  @Test
  void saysThatAPasswordIsWrong() {
    var url = DATABASE.ownerUrl().replace(":test@", ":wrong@");
    assertThatThrownBy(() -> ExternalDatabase.connect(settings(url, "")))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("password authentication failed");
  }

  private static String userOfThePool(String url, String appUrl) throws SQLException {
    var settings = settings(url, appUrl);
    var server = ExternalDatabase.connect(settings);
    var owner = DatabaseConfiguration.ownerDatabase(server, SettableClock.ticking());
    try (var pool = DatabaseConfiguration.dataSource(server, owner, settings);
        var connection = pool.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select current_user")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static DatabaseSettings settings(String url, String appUrl) {
    return new DatabaseSettings(url, appUrl, 2, Path.of("unused"));
  }
}
