package dev.hitlai.web.view;

import java.util.List;

/**
 * A tier of a program.
 *
 * @param code as forms and the API name it
 * @param headline the promise in a few words
 * @param benefits a sentence each
 * @param left spots that nobody holds right now
 * @param href where one applies for it
 */
public record ProgramOffer(
    String code,
    String label,
    String headline,
    List<String> benefits,
    int spots,
    int left,
    String href) {
  public ProgramOffer {
    benefits = List.copyOf(benefits);
  }

  public int taken() {
    return spots - left;
  }

  /** "7 of 10 left". */
  public String standing() {
    return left == 0
        ? "No spots left"
        : "%s of %s left".formatted(Say.count(left), Say.count(spots));
  }
}
