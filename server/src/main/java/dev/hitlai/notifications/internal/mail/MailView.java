package dev.hitlai.notifications.internal.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the mail's templates show.
 *
 * @param preview what mail programs show beside the subject
 * @param greeting such as "Hello Ada,"; null when the name isn't known
 * @param reason why the reader gets this, a sentence
 * @param preferencesUrl where the reader chooses; null without an account
 * @param unsubscribeUrl null when this can't be switched off
 */
public record MailView(
    String title,
    String preview,
    @Nullable String greeting,
    List<Section> sections,
    String reason,
    @Nullable String preferencesUrl,
    @Nullable String unsubscribeUrl,
    String home,
    String host) {

  public MailView {
    sections = List.copyOf(sections);
  }

  /**
   * A part of the mail.
   *
   * @param heading null in a mail about one thing, whose title says it
   * @param buttonUrl null when there is nothing to do
   */
  public record Section(
      @Nullable String heading,
      List<String> paragraphs,
      @Nullable String buttonLabel,
      @Nullable String buttonUrl) {
    public Section {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /** Whether it is about one thing, whose button may be large. */
  public boolean single() {
    return sections.size() == 1 && sections.getFirst().heading() == null;
  }
}
