package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that a clause of an instruction begins with. */
final class Verbs {
  /** Nothing but verbs, at least in instructions. */
  private static final List<String> SURE =
      List.of(
          ("right-click|right click|double-click|double"
               + " click|click|press|tap|push|hit|select|unselect|deselect|choose|pick|uncheck|tick|untick|unmark|type|enter|write|input"
               + "|submit|send|open|close|dismiss|drag|drop|move|find|locate|look|scroll|paste|delete|remove"
               + "|forward|unlike|retweet|repost|follow|unfollow|mute|archive|make|log|expand|collapse"
               + "|fill|put|confirm|go|arrange|switch|add|hover|navigate|complete|continue|proceed|accept|agree|increase"
               + "|decrease|raise|lower|change|upload|attach|determine|solve|read|give|adjust|reserve|create|publish|leave|enable"
               + "|disable|rename|calculate|compute|toggle|buy|cancel|approve|reject|decline|download|print|edit|undo|redo|duplicate"
               + "|take|get|insert|apply|clear|refresh|reload|begin|resume|swap|join|register|schedule|invite|pay|hire|keep"
               + "|rotate|colour|color|paint|underline|italicise|italicize|embolden|slide|pull|bring|reduce|grab|ensure|make"
               + " sure|reveal|display|provide|erase|trash|discard|replace|restore|unstar|unpin|assign|connect|retype|say|tell|save|finish"
               + "|subscribe|unsubscribe|describe|adapt|modify|update|reveal|unfold|unlock|lock|deactivate|activate|respond|react|shut|fetch|deselect|position|insert|key|verify|redeem|validate|convert|donate|withdraw|deposit|correct|amend|dim|enrol|enroll|register")
              .split("\\|"));

  /** Verbs that are nouns as well: "order the soup", but "the order number". */
  private static final List<String> DOUBTFUL =
      List.of(
          ("search|copy|reply|answer|star|like|share|block|report|book|sign|use|rate|wait|sort|order|focus|highlight|check|mark|set|turn"
               + "|count|show|filter|post|comment|point|pause|play|guess|view|visit|reset|start|stop|request|plan|transfer|rent|call|zoom"
               + "|flip|draw|bold|note|record|bin|favourite|favorite|bookmark|tag|label|match|pair|repeat|heart|upvote|vote|pin|flag|head|exchange|return|ring|stack|page|trade|sell|step|dial|name|list|split|merge|quote|type|charge|crop|load|exit|skip|pass|work|hand")
              .split("\\|"));

  static final String ALL =
      Stream.concat(SURE.stream(), DOUBTFUL.stream()).collect(Collectors.joining("|"));
  static final Set<String> WORDS =
      Stream.concat(SURE.stream(), DOUBTFUL.stream()).collect(Collectors.toUnmodifiableSet());

  /** A verb within a sentence: in small letters, and with an object if it could be a noun. */
  static final String FOLLOWING =
      "(?:"
          + String.join("|", SURE)
          + ")\\b(?![-'’])|(?:"
          + String.join("|", DOUBTFUL)
          + ")\\b(?![-'’])(?=\\s+(?:the|an?|it|its|them|their|this|that|these|those|all|every|each|both|Q\\d|on|off|in|into|to|for|by|out|up|down|over|at|with|from|your|my|his|her|him|me|as|until|only|how|what|which|@|\\d|\\p{Lu})|\\s*[.,;!]|\\s*$)";

  private Verbs() {}
}
