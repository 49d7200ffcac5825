package dev.hitlai.identity.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.internal.jooq.tables.records.UsersRecord;
import dev.hitlai.platform.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The second half of a login: the code after the password. */
@Component
public class SecondStep {
  private static final String USE = "second step of a login";

  private final SecondFactors factors;
  private final Logins logins;
  private final Privileged privileged;
  private final TriesByAddress tries;
  private final Vault vault;
  private final Clock clock;
  private final Duration lifetime;

  SecondStep(
      SecondFactors factors,
      Logins logins,
      Privileged privileged,
      TriesByAddress tries,
      Vault vault,
      Clock clock,
      IdentitySettings settings) {
    this.factors = factors;
    this.logins = logins;
    this.privileged = privileged;
    this.tries = tries;
    this.vault = vault;
    this.clock = clock;
    this.lifetime = settings.secondFactor();
  }

  private record Half(UUID person, Instant at) {}

  public Duration lifetime() {
    return lifetime;
  }

  /** Says, so that only we believe it, who showed the right password and when. */
  public String begin(UUID person) {
    String text = person + " " + clock.instant().toEpochMilli();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8))
        + "."
        + vault.sign(USE, text);
  }

  /** Whether there is still time to show the code. */
  public boolean isOpen(String token) {
    return read(token).isPresent();
  }

  /**
   * Completes the login.
   *
   * @return the person
   * @throws ApiProblem UNAUTHORIZED when the first half is too long ago or the code is wrong,
   *     RATE_LIMIT_EXCEEDED while the account is locked or codes are tried too fast
   */
  public UUID complete(String token, String code, Client client) {
    tries.login(client);
    Half half = read(token).orElseThrow(SecondStep::late);
    logins.requireOpen(half.person());
    tries.code(half.person());
    Optional<String> wrong = privileged.step("login", () -> check(half, code, client));
    if (wrong.isPresent()) {
      logins.codeWrong(half.person(), wrong.get(), client);
      throw new ApiProblem(
          ErrorCode.UNAUTHORIZED, "This isn't the code your authenticator shows now.");
    }
    return half.person();
  }

  /** The address of the account when the code is wrong. */
  private Optional<String> check(Half half, String code, Client client) {
    UsersRecord account = factors.account(half.person());
    if (account.getDisabledAt() != null
        || account.getTotpConfirmedAt() == null
        || (account.getPasswordChangedAt() != null
            && half.at().isBefore(account.getPasswordChangedAt()))) {
      throw late();
    }
    if (!factors.accept(account, code)) {
      return Optional.of(account.getEmail());
    }
    logins.codeRight(half.person(), account.getEmail(), client);
    return Optional.empty();
  }

  private Optional<Half> read(String token) {
    try {
      String[] parts = token.split("\\.", 2);
      String text = new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8);
      if (parts.length < 2 || !vault.signed(USE, text, parts[1])) {
        return Optional.empty();
      }
      String[] words = text.split(" ", 2);
      Instant at = Instant.ofEpochMilli(Long.parseLong(words[1]));
      return at.plus(lifetime).isBefore(clock.instant())
          ? Optional.empty()
          : Optional.of(new Half(UUID.fromString(words[0]), at));
    } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
      return Optional.empty();
    }
  }

  private static ApiProblem late() {
    return new ApiProblem(
        ErrorCode.UNAUTHORIZED, "Too much time has passed; begin the login again.");
  }
}
