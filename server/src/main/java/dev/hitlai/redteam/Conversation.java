package dev.hitlai.redteam;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a target is asked.
 *
 * @param system what its operator told it, with the word that it must keep
 * @param turns what the user says, one after the other
 * @param document a page that the last turn is about and that nobody vouches for; null for none
 * @param seed for targets that can repeat themselves
 */
public record Conversation(
    String system, List<String> turns, @Nullable String document, long seed) {

  public Conversation {
    turns = List.copyOf(turns);
    if (turns.isEmpty()) {
      throw new IllegalArgumentException("A conversation has at least one turn");
    }
  }
}
