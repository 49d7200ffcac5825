package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Delete the email by Anna", "like the post of @ben", "star the message from Carl". */
final class EntrySkill implements Skill {
  private static final Pattern VERB =
      Pattern.compile(
          "(?i)^(delete|remove|star|unstar|flag|reply|respond|answer|forward|like|unlike|share|retweet|repost|follow|unfollow|block|mute|report|archive|edit|rename|pin|favou?rite|bookmark|save|mark|print|download|copy|duplicate|add|call|rate|trash|discard)\\b\\s*(.*)$");
  private static final Pattern ENTRY =
      Pattern.compile(
          "(?i)^(?:to )?(?:the |an? |all |every |each |any )?(?:\\w+"
              + " )??(e-?mails?|messages?|posts?|tweets?|comments?|mails?|conversations?|threads?|notes?|contacts?|users?|persons?|items?|entr(?:y|ies)|rows?|products?|photos?|tasks?|articles?|files?|songs?|accounts?)?\\s*(?:(?:sent"
              + " |written |posted |made )?(?:by|from|of|to|for|about|titled|called|named|with(?:"
              + " the)? (?:subject|title|name)|with the text|in the row of|with)\\s+)?(?:the"
              + " )?(?:user |subject )?(.+?)(?:\\s+(?:as|to)"
              + " (?:important|read|unread|favou?rite|done|spam|(?:the |your"
              + " )?(?:favou?rites|cart|list))| with (?:the )?(?:text|message|words)?:?"
              + " ?(Q\\d+).*|(?:'s|’s) (?:post|tweet|message|e-?mail|comment)s?)?$");
  private static final Pattern FROM_LIST =
      Pattern.compile(
          "(?i)\\s+(?:from|in|on|off)\\s+(?:the |your |my )(?:\\w+"
              + " )?(?:list|cart|basket|table|page|inbox|feed|queue|calendar|gallery|favou?rites|playlist)$");

  /** "The tag “soup” from the recipe": what it is in says nothing where its name is told. */
  private static final Pattern QUOTED_IN =
      Pattern.compile(
          "(?i)^(?:the |an? )?(?:\\p{L}+ )?(Q\\d+)(?: (?:from|off|out of|in|on)"
              + " (?:the|your|my|our|this) [\\p{L} ]+)?$");

  private static final Pattern TEXT =
      Pattern.compile(
          "(?i)\\b(?:with|saying|text|message|write|by writing)\\b(?:(?!\\b(?:about|subject|titled"
              + "|called|named|from|by)\\b).)*?(Q\\d+)");

  /** "Reply "yes" to the post of Ann". */
  private static final Pattern SPOKEN =
      Pattern.compile(
          "(?i)^(?:with |by writing |saying )?(?:the (?:text|words?|message)"
              + " )?(Q\\d+)\\s+(?:to|on|under|below|beneath)\\s+(.+)$");

  private static final Pattern RECIPIENT =
      Pattern.compile(
          "(?i)^(.*?)\\s+to\\s+(Q\\d+|[\\p{Lu}@][\\w@.-]*(?: \\p{Lu}\\w+)?)(?:\\s*$|\\s+with\\b)");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var verb = VERB.matcher(ahead.first());
    if (!verb.matches()) {
      return Optional.empty();
    }
    var object = verb.group(2);
    var action = action(verb.group(1), object);
    var subject = now.notes().subject();
    var text = TEXT.matcher(object);
    var message = text.find() ? ahead.plain(text.group(1)) : "";
    var recipient = "";
    if (action.equals("forward")) {
      var to = RECIPIENT.matcher(object);
      if (to.find()) {
        recipient = ahead.plain(to.group(2));
        object = to.group(1);
      }
    }
    var spoken = SPOKEN.matcher(object);
    if (spoken.matches()) {
      message = ahead.plain(spoken.group(1));
      object = spoken.group(2);
    }
    object =
        object.replaceFirst(
            "(?i)\\s+to (?:the |your |my"
                + " )(?:bag|basket|cart|trolley|order|report|list|selection|team|group|page|table|chart|view|dashboard)\\b",
            "");
    object =
        object.replaceFirst(
            "^(?:the )?(?:(?!by|from|of|to|for|about|with)\\p{Ll}{3,}s )(?=\\p{Lu})", "");
    object =
        FROM_LIST
            .matcher(object.strip())
            .replaceFirst("")
            .replaceFirst("(?i) (?:in one go|at once|together)$", "");
    object = QUOTED_IN.matcher(object).replaceFirst("$1");
    var entry = ENTRY.matcher(object);
    boolean pronoun =
        object.isBlank()
            || object.matches(
                "(?i)(?:to )?(?:(?:it|them|this|him|her)\\b.*|(?:the|that)"
                    + " (?:e-?mail|message|post|item|one)(?:\\s+(?:as|with|to)\\b.*)?)");
    var who = pronoun ? subject : entry.matches() ? ahead.plain(entry.group(2)) : "";
    boolean opened = pronoun && !message.isBlank() && new EntryJob(action, "").isOpen(now);
    if (who.isBlank() && !opened) {
      return Optional.empty();
    }
    boolean all = object.matches("(?i)(?:all|every|each)\\b.*");
    return assignment(action, who, all, message, recipient, now);
  }

  private static String action(String verb, String object) {
    var lower = verb.toLowerCase(java.util.Locale.ROOT);
    if (lower.equals("mark")) {
      return object.matches("(?i).*\\bas (?:important|favou?rite)\\b.*") ? "star" : "mark";
    }
    return switch (lower) {
      case "remove", "trash", "discard" -> "delete";
      case "respond", "answer" -> "reply";
      case "flag" -> "star";
      default -> lower;
    };
  }

  private static boolean isShown(String who, Sight now) {
    return now.finder().find(Target.named(who), Thing::hasWords).isPresent();
  }

  private static Optional<Assignment> assignment(
      String action, String who, boolean all, String message, String recipient, Sight now) {
    var several = List.of(who.split("\\s*,\\s*(?:and\\s+)?|\\s+and\\s+"));
    if (several.size() > 1 && several.stream().allMatch(one -> isShown(one, now))) {
      var each = several.stream().map(one -> (Job) new EntryJob(action, one)).toList();
      return Assignment.of(new Sequence(each));
    }
    var shown = now.finder().all(Target.named(who), Thing::hasWords);
    boolean named =
        shown.stream()
            .anyMatch(t -> Texts.contains(t.text(), who) || Words.coverage(who, t.label()) > 0.6);
    if (!named && !now.notes().subject().equals(who)) {
      return Optional.empty();
    }
    var jobs = new ArrayList<Job>();
    if (all) {
      jobs.add(new EveryEntryJob(action, who, Integer.MAX_VALUE));
    } else {
      jobs.add(new EntryJob(action, who));
    }
    if (!recipient.isBlank()) {
      var to = recipient;
      jobs.add(
          new EnterJob(
              to, new Target("to", "field", 0, "", false), new Clauses(List.of(), List.of())));
    }
    if (!message.isBlank()) {
      jobs.add(new MessageJob(message));
    }
    if (!recipient.isBlank() || !message.isBlank()) {
      jobs.add(new SendJob());
    }
    now.notes().talkAbout(who);
    return Assignment.of(new Sequence(jobs));
  }
}
