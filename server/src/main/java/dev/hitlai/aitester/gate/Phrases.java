package dev.hitlai.aitester.gate;

import dev.hitlai.aitester.mind.scent.Embeddings;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Sentences that fit any page and so say nothing of this one. Told by how close they are to such
 * sentences; one with a number, a quotation or a name from the markup is about something.
 */
final class Phrases {
  /** Cosine of embeddings; sentences about something come to 0.77 at most. */
  private static final double ALIKE = 0.77;

  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?;])\\s+");
  private static final Pattern ANCHOR = Pattern.compile("[“”\"<>=#/\\d]");

  /** Where our own findings say who met it; that is about the run and not about the defect. */
  private static final Pattern CONTEXT = Pattern.compile("^(Met as|It happened on the way) .*");

  private static final Pattern EMPTY =
      Pattern.compile(
          "(?i)\\b(as an ai\\b|i (cannot|can't|am unable to)|tbd|todo|n/a)\\b"
              + "|\\[(?:insert|element|page|text|todo)[^\\]]*\\]");

  private static final List<String> BOILERPLATE =
      List.of(
          "This could be improved for a better user experience.",
          "The usability of this element is not good.",
          "Users may find this confusing.",
          "Consider improving the design of this page.",
          "Follow best practices.",
          "It is advisable to adhere to established guidelines and conventions.",
          "This is not user-friendly.",
          "The layout should be more intuitive and modern.",
          "This needs to be fixed.",
          "Review this section and improve it where possible.",
          "There are some issues with this part of the page.",
          "It is recommended to optimize the interface for users.",
          "This may negatively affect the overall user experience.",
          "Make it clearer and easier to use.",
          "The page looks bad and should be redesigned.",
          "The look is old-fashioned and could put people off.",
          "The appearance is unprofessional and may irritate users.",
          "Improve accessibility and usability here.",
          "Change this to something better.",
          "This is not up to current standards.",
          "Something is wrong with this element.",
          "Users could struggle with it and get frustrated.",
          "Ensure that everything works as expected.",
          "Do some more testing with users and iterate on the feedback.",
          "A better solution should be found for this.",
          "Accessibility matters and should be taken seriously.",
          "The handling of this component is suboptimal and ought to be reworked.",
          "It is important to pay attention to usability.",
          "This should be adapted to the needs of the users.",
          "The presentation is not appealing and could deter customers.",
          "A redesign would help to increase customer satisfaction.",
          "This should be corrected by the developers.",
          "There is a problem here that should be addressed soon.",
          "The quality here is poor.",
          "Users expect something different.",
          "The site makes a bad impression because of this.",
          "Visitors could be annoyed and go elsewhere.",
          "Adjust the element according to common design principles.",
          "Simplify the structure and the texts.",
          "Increase conversion and engagement with a better design.");

  private Phrases() {}

  /** Whether no sentence of the text is about anything in particular. */
  static boolean empty(String text) {
    if (EMPTY.matcher(text).find()) {
      return true;
    }
    var sentences =
        SENTENCE
            .splitAsStream(text.strip())
            .filter(sentence -> !CONTEXT.matcher(sentence).matches())
            .toList();
    return !sentences.isEmpty() && sentences.stream().allMatch(Phrases::fitsAnything);
  }

  private static boolean fitsAnything(String sentence) {
    return !ANCHOR.matcher(sentence).find()
        && BOILERPLATE.stream()
            .anyMatch(phrase -> Embeddings.shared().cosine(phrase, sentence) >= ALIKE);
  }
}
