package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Words on buttons for the same deed. */
final class Deeds {
  private static final List<Set<String>> SAME =
      Stream.of(
              "delete remove discard trash erase bin",
              "reply respond answer",
              "star favourite favorite flag bookmark",
              "like love heart",
              "share repost retweet",
              "edit change modify rename",
              "save keep store",
              "cancel revoke",
              "follow subscribe",
              "unfollow unsubscribe",
              "mute silence",
              "block ban",
              "add include",
              "choose select pick take",
              "open view show read details",
              "close dismiss hide",
              "buy purchase order",
              "send submit",
              "accept agree approve allow",
              "reject decline refuse deny",
              "download get",
              "call phone ring dial")
          .map(line -> Set.of(line.split(" ")))
          .toList();

  private Deeds() {}

  /** The deed first, then other words for it. */
  static List<String> of(String deed) {
    return Stream.concat(
            Stream.of(deed),
            SAME.stream()
                .filter(set -> set.contains(deed))
                .flatMap(Set::stream)
                .filter(word -> !word.equals(deed))
                .sorted())
        .toList();
  }
}
