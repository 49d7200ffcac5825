package dev.hitlai.programs.internal;

import dev.hitlai.platform.Vault;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Links to an application for somebody without an account. They carry the application's id and our
 * signature, so that nobody guesses one, each mail can show it, and nothing has to be kept.
 */
@Component
public class StatusLinks {
  private static final String USE = "application";
  private static final Pattern TOKEN = Pattern.compile("([0-9a-f]{32})\\.([\\w-]{20,100})");

  private final Vault vault;

  StatusLinks(Vault vault) {
    this.vault = vault;
  }

  public String token(UUID applicationId) {
    String id = applicationId.toString().replace("-", "");
    return id + "." + vault.sign(USE, id);
  }

  public String path(UUID applicationId) {
    return "/application/" + token(applicationId);
  }

  /** The application that a token is for; empty when it isn't ours. */
  public Optional<UUID> read(String token) {
    var parts = TOKEN.matcher(token);
    return parts.matches() && vault.signed(USE, parts.group(1), parts.group(2))
        ? Optional.of(
            UUID.fromString(
                parts.group(1).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")))
        : Optional.empty();
  }
}
