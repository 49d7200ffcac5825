package dev.hitlai.alignment.internal.constitution;

import dev.hitlai.alignment.rules.Level;
import dev.hitlai.platform.StartFailure;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rules that come with the release and hold everywhere. Their text is signed; a server whose
 * text doesn't fit its signature doesn't start. They are judged by as they were shipped, whatever
 * stands in the database: the rows are there to be pointed at and to be read.
 */
@Component
class UniversalRules {
  private static final String FILE = "/dev/hitlai/alignment/universal-rules.json";
  private static final String SIGNATURE = "/dev/hitlai/alignment/universal-rules.sig";

  /** Of the key pair that sealed this edition; its other half was thrown away. */
  private static final String PUBLIC_KEY =
      "MCowBQYDK2VwAyEAQHyjKsmFPDkpx79/H4XtTDQVEnwZTgNxWGdZaZvKTxM=";

  private final ConstitutionRows rows;
  private final TransactionTemplate transactions;
  private final List<Shipped> rules;

  UniversalRules(ConstitutionRows rows, TransactionTemplate transactions) {
    this.rows = rows;
    this.transactions = transactions;
    this.rules = verified();
  }

  /** A rule as it is shipped. */
  record Shipped(
      UUID id, String name, String description, String type, String condition, String action) {
    RuleDraft draft() {
      return new RuleDraft(
          name, description, type, StoredRule.ALL_PLATFORMS, 0, condition, action, "strict", true);
    }
  }

  static List<Shipped> verified() {
    byte[] text = resource(FILE);
    byte[] signature =
        Base64.getMimeDecoder().decode(new String(resource(SIGNATURE), StandardCharsets.US_ASCII));
    if (!isSealed(text, signature)) {
      throw new StartFailure(
          "The universal rules of this release were changed: their signature doesn't fit. Install"
              + " the release anew.");
    }
    return List.of(JsonMapper.shared().readValue(text, Shipped[].class));
  }

  static boolean isSealed(byte[] text, byte[] signature) {
    try {
      var key =
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(PUBLIC_KEY)));
      var check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(text);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  static byte[] resource(String path) {
    try (var stream =
        Objects.requireNonNull(UniversalRules.class.getResourceAsStream(path), path)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Shipped> rules() {
    return rules;
  }

  /** Brings the rows up to the release; one server does it, the others find it done. */
  void ship() {
    Tenancy.run(
        Actor.system("universal rules"),
        () ->
            transactions.executeWithoutResult(
                _ -> {
                  rows.takeTurn();
                  rules.forEach(this::ship);
                }));
  }

  private void ship(Shipped rule) {
    var kept = rows.find(rule.id());
    if (kept.isEmpty()) {
      rows.write(rule.id(), 1, Level.UNIVERSAL, null, rule.draft(), null);
    } else if (!RuleDraft.of(kept.get()).equals(rule.draft())) {
      var locked = rows.lock(rule.id()).orElseThrow();
      rows.write(rule.id(), locked.version() + 1, Level.UNIVERSAL, null, rule.draft(), null);
    }
  }
}
