package dev.hitlai.notifications;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that people should hear of, in the words of the module that knows it.
 *
 * @param event as webhooks name it, for example {@code test.completed}
 * @param key the same fact has the same key; a notice that comes twice to an audience is delivered
 *     once
 * @param title a short sentence: subject of the mail, title in the app; cut after 300 characters
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
  public record Action(String label, String path) {
    public Action {
      require(!label.isBlank(), "a button says what it does");
      require(path.startsWith("/"), "a path begins with a slash");
    }
  }

  public Notice {
    require(event.matches("[a-z_]+(\\.[a-z_]+)*"), "an event is written like test.completed");
    require(!key.isBlank() && key.length() <= 300, "a key has 1 to 300 characters");
    require(!title.isBlank(), "a title says something");
    // Names that people chose are in it, and they are long now and then.
    title = title.length() <= 300 ? title : title.substring(0, 299) + "…";
    paragraphs = List.copyOf(paragraphs);
    // An order that was given stays, so that bodies of webhooks read well.
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }

  private static void require(boolean fine, String otherwise) {
    if (!fine) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
