package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Select Music and Books", "check the boxes …", "choose Kiwi from the list": one or several. */
final class ChooseSkill implements Skill {
  private static final Pattern VERB =
      Pattern.compile(
          "(?i)^(un(?:check|tick|select|mark)|deselect|select|choose|pick|check|tick|mark|highlight)(?:"
              + " off)?\\b\\s*(.*)$");
  private static final Pattern SET =
      Pattern.compile("(?i)^(?:set|change|switch|put) (?:the |your |my )?(.+ (?:to|as) .+)$");

  /** Where it is set says nothing about what it is set to. */
  private static final Pattern WITHIN =
      Pattern.compile(
          "(?i)(?<= (?:to|as) .{1,40})\\s+(?:in|under|on|via|within|through|using)"
              + " (?:the|your|my|its|their) (?:\\p{L}+"
              + " )?(?:settings|preferences|options|profile|account|menu|dialog|pop-?up|panel"
              + "|section|tab|sidebar|toolbar|page|form|list)$");

  private static final Pattern SHADES =
      Pattern.compile(
          "(?i)^(?:all|every|each)\\s+(?:of )?(?:the )?((?:shades? of \\w+|\\w+"
              + " (?:shapes?|boxes|squares|circles|triangles|tiles|items|ones|shades?)))$");
  private static final Pattern KIND =
      Pattern.compile(
          "(?i)^(?:(?:only |all |both )*(?:the )?(?:following )?(?:checkbox(?:es)?|check"
              + " boxes|boxes|options?|items?|interests?|values?|words?|topics?|toppings?|entries|names?|radio(?:"
              + " button)?s?|days?|colou?rs?|fruits?|cit(?:y|ies)|countr(?:y|ies)|choices?)(?:"
              + " (?:labell?ed|called|named|for|with the labels?))?\\s*:?\\s+)");

  /** "The pads Hare and Swan": what they are, before what they are called. */
  private static final Pattern PLURAL =
      Pattern.compile(
          "^(?:[Tt]he )?(?:two |three |four |following )?\\p{Ll}{3,}s:? (?=(?:\\p{Lu}|Q?\\d).*(?:,|"
              + " and ))");

  private static final Pattern FROM =
      Pattern.compile(
          "(?i)\\s+(?:from|in|on|out of|using|with|via)\\s+(?:the |this |that |a )?(?:[\\p{L}"
              + " -]{0,30}?)?\\b(?:list|suggestions?|drop-?down|menu|select|box|options?|picker|group|widget|radio"
              + " buttons?|checkboxes|form|page|field|tree|hierarchy)\\b.*$");
  private static final Pattern LISTED =
      Pattern.compile(
          "(?i)\\b(?:from|in|out of) (?:the|this|that|a) (?:[\\p{L}-]+"
              + " )?(?:list|drop-?down|menu|select|picker)\\b");
  private static final Pattern INTO =
      Pattern.compile("(?i)\\s+(?:as|for) (?:the |your )?(.{2,40})$");
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "(?i)\\s*,\\s*(?:and\\s+)?(?:then\\s+)?|\\s+and\\s+(?:then\\s+)?(?:also\\s+)?|\\s*;\\s*|\\s+&\\s+");

  /** Also where what is named is not in sight yet, but something can be opened. */
  static final ChooseSkill LENIENT = new ChooseSkill(true);

  private final boolean lenient;

  ChooseSkill() {
    this(false);
  }

  private ChooseSkill(boolean lenient) {
    this.lenient = lenient;
  }

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var verb = VERB.matcher(ahead.first());
    if (!verb.matches()) {
      return set(ahead, now);
    }
    var shades = SHADES.matcher(verb.group(2));
    if (shades.matches()) {
      return Assignment.of(new AllLooksJob(ahead.plain(shades.group(1))));
    }
    if (verb.group(2).contains(">")) {
      return Optional.empty(); // a way through menus
    }
    boolean on = !verb.group(1).toLowerCase(java.util.Locale.ROOT).matches("un.*|deselect");
    var object = FROM.matcher(verb.group(2)).replaceFirst("");
    var into = INTO.matcher(object);
    var widget = "";
    if (into.find() && !object.matches("(?i).*\\bsimilar\\b.*")) {
      widget = ahead.plain(into.group(1));
      object = object.substring(0, into.start());
    }
    object = object.replaceFirst("(?i)^(?:only|just) ", "");
    if (object.matches("(?i)(?:none|nothing|no (?:checkbox|box|option|item)s?.*)")) {
      return Assignment.of(now1 -> Turn.done());
    }
    if (object.matches(
        "(?i)(?:all|every|each|everything|all of them)\\b(?: (?:the |of the"
            + " )?(?:checkbox|box|boxe|option|item|entrie)\\w*)?")) {
      return Assignment.of(new TickAllJob(on));
    }
    if (object.matches(
            "(?i)(?:the )?(?:right|correct|matching) (?:answer|option|result|one|number|solution)")
        && !now.notes().value().isBlank()) {
      return Assignment.of(new ChooseJob(List.of(now.notes().value()), on, ""));
    }
    var bare = KIND.matcher(object + " ").replaceFirst("").strip();
    var items = items(PLURAL.matcher(bare).replaceFirst(""), ahead);
    var job = new ChooseJob(items, on, widget);
    if (LISTED.matcher(verb.group(2)).find()) {
      job.fromList();
    }
    boolean takes = job.fits(now) || lenient && mayShow(items, now);
    return items.isEmpty() || !takes ? Optional.empty() : Assignment.of(job);
  }

  /** "Set the delivery slot to Night": the list first, then what is chosen in it. */
  private static Optional<Assignment> set(Clauses ahead, Sight now) {
    var set = SET.matcher(WITHIN.matcher(ahead.first()).replaceFirst(""));
    if (!set.matches()) {
      return Optional.empty();
    }
    var jobs = new java.util.ArrayList<Job>();
    for (var part : (set.group(1)).split("(?:,|,? and) (?:the |your |my )?(?=[^,]+ (?:to|as) )")) {
      var pair = part.split(" (?:to|as) (?:the )?", 2);
      if (pair.length < 2 || !pair[1].matches("Q\\d+|\\p{Lu}[^,]*|\\d[\\w ]*")) {
        return Optional.empty();
      }
      jobs.add(
          new ChooseJob(List.of(ahead.plain(pair[1]).strip()), true, ahead.plain(pair[0]).strip()));
    }
    var job = jobs.size() == 1 ? jobs.getFirst() : new Sequence(jobs);
    return job.fits(now) ? Assignment.of(job) : Optional.empty();
  }

  /** Something is folded yet, or the page leads on to the next. */
  private static boolean mayShow(List<String> items, Sight now) {
    return areNames(items) && Explorer.seesClosed(now)
        || now.matching(t -> t.role().equals("button") && Commit.isStep(t)).findAny().isPresent();
  }

  private static boolean areNames(List<String> items) {
    return items.stream().allMatch(item -> item.matches("\\p{Lu}.{0,40}"));
  }

  static List<String> items(String object, Clauses clauses) {
    var items = new ArrayList<String>();
    for (var part : SEPARATOR.split(object)) {
      var words = clauses.plain(part.replaceFirst("(?i)^(?:the|an?) ", "")).strip();
      words = words.replaceFirst("(?i)\\s+(?:checkbox|check box|option|radio button|item)$", "");
      if (!words.isBlank()) {
        items.add(words);
      }
    }
    return items;
  }
}
