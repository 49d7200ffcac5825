package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * "Rename the report Visitors to Draft": by its row's menu or pencil, whatever leads to its name.
 */
final class RenameSkill implements Skill {
  private static final Pattern RENAME =
      Pattern.compile(
          "(?i)^(?:(?:rename|retitle|relabel|rechristen)\\s+(.+?)\\s+(?:to|as|into|in)\\s+(.+)|(?:change|set|edit|alter)"
              + " the (?:name|title) of (.+?) (?:to|into) (.+)|give (?:the )?(.+?) the (?:new"
              + " )?(?:name|title) (.+)|call (?:the )?(.+?) (Q\\d+)(?: instead| from now on)?)$");
  private static final Pattern NOUN =
      Pattern.compile(
          "(?i)^(?:the |my |our )?(?:\\p{Ll}+ )?(?:(?:called|named|titled) )?(?=Q\\d|\\p{Lu})");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var match = RENAME.matcher(ahead.first());
    if (!match.matches()) {
      return Optional.empty();
    }
    int group = 1;
    while (match.group(group) == null) {
      group += 2;
    }
    var old = name(match.group(group), ahead);
    var fresh = name(match.group(group + 1).replaceFirst("(?i)^the name ", ""), ahead);
    boolean shown = now.finder().find(Target.named(old), Thing::hasWords).isPresent();
    return shown
        ? Assignment.of(
            new Sequence(List.of(new EntryJob("rename", old), new NewNameJob(old, fresh))))
        : Optional.empty();
  }

  private static String name(String words, Clauses clauses) {
    return clauses.plain(NOUN.matcher(words).replaceFirst("").strip());
  }
}
