package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Log in with the user name "ann" and the password "secret"", when the form is at hand. */
final class CredentialsSkill implements Skill {
  private static final Pattern VERB = Pattern.compile("(?i)^(?:log|sign) ?-?(?:in|on)\\b(.*)$");
  private static final Pattern AS =
      Pattern.compile("(?i)^\\s*(?:in )?(?:to [\\p{L} ]+ )?as (?:the )?(?:user )?(\\S+)");
  private static final Pattern USER =
      Pattern.compile(
          "(?i)\\b(?:user ?-?name|user|login|e-?mail(?: address)?|account|as|id)(?:"
              + " is|:)?\\s+(?:name )?(?!with\\b|and\\b|using\\b|the\\b)(\\S+)");
  private static final Pattern PASSWORD =
      Pattern.compile("(?i)\\b(?:pass ?word|passcode|pin)(?: is|:)?\\s+(\\S+)");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var verb = VERB.matcher(ahead.first());
    var fields = now.fields().stream().filter(Thing::takesText).toList();
    if (!verb.matches() || fields.size() < 2) {
      return Optional.empty();
    }
    var user = USER.matcher(verb.group(1));
    var password = PASSWORD.matcher(verb.group(1));
    var as = AS.matcher(verb.group(1));
    boolean named = as.find() && !as.group(1).matches("(?i)the|an?|user|with");
    if (!named && !user.find() || !password.find()) {
      return Optional.empty();
    }
    var name = named ? as.group(1) : user.group(1);
    var jobs =
        new ArrayList<Job>(
            List.of(
                typing(0, clean(ahead.plain(name))),
                typing(1, clean(ahead.plain(password.group(1))))));
    if (!ahead.at(1).matches("(?i)(?:click|press|tap|hit|submit|push)\\b.*")) {
      jobs.add(new SendJob());
    }
    return Assignment.of(new Sequence(jobs));
  }

  private static String clean(String word) {
    return word.replaceFirst("[.,;]$", "");
  }

  private static Job typing(int which, String text) {
    return new Once(
        now -> {
          var fields = now.fields().stream().filter(Thing::takesText).toList();
          var secret = fields.stream().filter(f -> f.type().equals("password")).findFirst();
          var name = fields.stream().filter(f -> secret.isEmpty() || f != secret.get()).findFirst();
          var field =
              which == 0
                  ? name
                  : secret.or(
                      () -> fields.size() > 1 ? Optional.of(fields.get(1)) : Optional.empty());
          return field.map(f -> Fields.set(f, text, now));
        });
  }
}
