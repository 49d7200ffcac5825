package dev.hitlai.notifications;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that people should hear of, in the words of the module that knows it.
 *
 * @param event as webhooks name it, for example {@code test.completed}
 * @param key the same fact has the same key; a notice that comes twice to an audience is delivered
 *     once
 * @param title a short sentence: subject of the mail, title in the app
 * @param paragraphs plain text
 * @param action what to do next; null when there is nothing to do
 * @param data members of {@code data} in the webhook's body
 */
public record Notice(
    String event,
    String key,
    NoticeKind kind,
    Audience audience,
    String title,
    List<String> paragraphs,
    @Nullable Action action,
    Map<String, ?> data) {

  /**
   * @param label of the button
   * @param path on this server, for example {@code /company/tests/…}
   */
  public record Action(String label, String path) {}

  public Notice {
    paragraphs = List.copyOf(paragraphs);
    data = Map.copyOf(data);
  }
}
