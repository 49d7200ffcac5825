package dev.hitlai.platform.database;

import dev.hitlai.platform.StartFailure;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a PostgreSQL database is and who logs in.
 *
 * @param jdbcUrl without user and password
 * @param user login; null leaves it to the driver
 * @param password null when the server asks for none
 */
record DatabaseAddress(String jdbcUrl, @Nullable String user, @Nullable String password) {
  static final String SCHEMAS =
      "identity,testing,models,alignment,training,testers,recording,apihealth,monitoring,platform,public";

  /** Reads {@code postgresql://user:password@host:port/database?…} or a JDBC URL. */
  static DatabaseAddress parse(String setting, String url) {
    var trimmed = url.strip();
    if (trimmed.startsWith("jdbc:postgresql:")) {
      return parseJdbc(setting, trimmed);
    }
    if (trimmed.startsWith("postgresql://") || trimmed.startsWith("postgres://")) {
      return parseUri(setting, trimmed);
    }
    throw unreadable(setting);
  }

  private static DatabaseAddress parseJdbc(String setting, String url) {
    var properties = Driver.parseURL(url, new Properties());
    if (properties == null) {
      throw unreadable(setting);
    }
    var withoutLogin =
        url.replaceAll("(?<=[?&])(user|password)=[^&]*&?", "").replaceAll("[?&]$", "");
    return new DatabaseAddress(
        withoutLogin, properties.getProperty("user"), properties.getProperty("password"));
  }

  private static DatabaseAddress parseUri(String setting, String url) {
    try {
      var uri = URI.create(url);
      var path = uri.getRawPath();
      if (uri.getHost() == null || path == null || path.length() < 2) {
        throw unreadable(setting);
      }
      var port = uri.getPort() < 0 ? 5432 : uri.getPort();
      var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      var login = uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
      return new DatabaseAddress(
          "jdbc:postgresql://%s:%d%s%s".formatted(uri.getHost(), port, path, query),
          login.length > 0 ? decode(login[0]) : null,
          login.length > 1 ? decode(login[1]) : null);
    } catch (IllegalArgumentException e) {
      throw unreadable(setting);
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  // The URL itself stays out of the message: it may hold a password.
  private static StartFailure unreadable(String setting) {
    return new StartFailure(
        setting + " can't be read; it looks like postgresql://user:password@host:5432/database.");
  }

  /** A data source that opens a connection each time, with every module's schema in its path. */
  PGSimpleDataSource dataSource() {
    var dataSource = new PGSimpleDataSource();
    dataSource.setURL(jdbcUrl);
    if (user != null) {
      dataSource.setUser(user);
    }
    if (password != null) {
      dataSource.setPassword(password);
    }
    dataSource.setCurrentSchema(SCHEMAS);
    dataSource.setApplicationName("hitlai");
    dataSource.setConnectTimeout(10);
    return dataSource;
  }

  /** Host, port and database for messages; never the password. */
  String describe() {
    return jdbcUrl.replaceFirst("^jdbc:postgresql:(//)?", "").replaceFirst("\\?.*$", "");
  }

  @Override
  public String toString() {
    return (user == null ? "" : user + "@") + describe();
  }
}
