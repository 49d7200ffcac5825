package dev.hitlai.aitester;

import dev.hitlai.aitester.action.Action;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The passwords of a run, which must not be written down: those that a mission or the plan states,
 * and whatever is typed into a password field. A log has {@link #MASK} in their place and their
 * name beside it, so that whoever replays it knows which one to give. Safe for several threads.
 */
public final class Secrets {
  public static final String MASK = "••••••";

  /** The name of a password that the tester made up, as nobody gave one. */
  public static final String MADE_UP = "made_up";

  private static final String GIVEN = "password";

  /** Shorter ones stand in too many words by chance; they are masked where they are typed. */
  private static final int SHORTEST_IN_TEXT = 4;

  private static final String WORD = "\\b(?i:password|passcode|passphrase|passwort|pw|pin)\\b";
  private static final Pattern QUOTED =
      Pattern.compile(
          WORD
              + "(?:\\s+(?:is|of|as|with))?(?:\\s*[:=]\\s*|\\s+)[\"“”„'«]([^\"”“'»]{1,200})[\"”“'»]");
  private static final Pattern NAMED =
      Pattern.compile(WORD + "(?:\\s+is\\s+|\\s*[:=]\\s*)([^\\s\"“”„'«]\\S*?)(?=[.,;]?(?:\\s|$))");

  /** Without a sign between, only what no ordinary word looks like. */
  private static final Pattern ODD =
      Pattern.compile(
          WORD + "\\s+(?=\\S*[\\d_!@#$%^&*+=?])([^\\s\"“”„'«]\\S*?)(?=[.,;]?(?:\\s|$))");

  private final Map<String, String> names = new LinkedHashMap<>();
  private final String missions;

  private Secrets(List<String> missions) {
    this.missions = String.join("\n", missions);
    for (var pattern : List.of(QUOTED, NAMED, ODD)) {
      pattern.matcher(this.missions).results().forEach(found -> add(found.group(1), true));
    }
  }

  /** Those that the missions state. */
  public static Secrets statedIn(List<String> missions) {
    return new Secrets(missions);
  }

  /** Those that the missions, the credentials and the address state. */
  public static Secrets of(TestPlan plan) {
    var secrets = statedIn(plan.missions());
    var credentials = plan.credentials();
    if (credentials != null) {
      secrets.add(credentials.password(), true);
    }
    var user = plan.url().getUserInfo();
    if (user != null && user.contains(":")) {
      secrets.add(user.substring(user.indexOf(':') + 1), true);
    }
    return secrets;
  }

  /** Known ones, by name. */
  public static Secrets of(Map<String, String> values) {
    var secrets = statedIn(List.of());
    values.forEach((name, value) -> secrets.names.put(value, name));
    return secrets;
  }

  /** Takes note of what an action types into a password field. */
  public Secrets learn(Action action) {
    if (action instanceof Action.Type type && isSecret(type)) {
      add(type.text(), missions.contains(type.text()));
    }
    return this;
  }

  private static boolean isSecret(Action.Type type) {
    var field = type.target().field();
    return field != null && field.type().equalsIgnoreCase("password");
  }

  private synchronized void add(String secret, boolean stated) {
    if (secret.isBlank() || names.containsKey(secret)) {
      return;
    }
    var base = stated ? GIVEN : MADE_UP;
    long alike = names.values().stream().filter(name -> name.startsWith(base)).count();
    names.put(secret, alike == 0 ? base : base + "_" + (alike + 1));
  }

  /** The name of the secret that a text is or contains. */
  public synchronized Optional<String> nameIn(String text) {
    return names.entrySet().stream()
        .filter(secret -> text.equals(secret.getKey()) || !mask(text, secret.getKey()).equals(text))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The text with a mask in the place of each secret. */
  public synchronized String mask(String text) {
    var masked = text;
    for (var secret : names.keySet()) {
      masked = masked.equals(secret) ? MASK : mask(masked, secret);
    }
    return masked;
  }

  private static String mask(String text, String secret) {
    if (secret.length() < SHORTEST_IN_TEXT) {
      return text;
    }
    var encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    if (!text.contains(secret) && !text.contains(encoded)) {
      return text;
    }
    return Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:%s|%s)(?![\\p{L}\\p{N}])"
                .formatted(Pattern.quote(secret), Pattern.quote(encoded)))
        .matcher(text)
        .replaceAll(MASK);
  }

  public synchronized boolean isEmpty() {
    return names.isEmpty();
  }
}
