package dev.hitlai.demosite;

/**
 * A page of the {@link HostileSite}.
 *
 * @param path where it is; everything below the path belongs to it too
 * @param what what is hostile about it
 * @param expectation how a good tester ends a run that starts here
 */
public record HostilePage(String path, String what, Expectation expectation) {

  /** What a run that starts on the page should come to. */
  public enum Expectation {
    /** The page is odd, but a run sees its heading and links and comes to a result. */
    TESTABLE,
    /** A run ends soon and says that, and why, the page could not be tested. */
    UNTESTABLE,
    /** A run comes to a result, and the report mentions what the page did. */
    NOTED
  }

  public HostilePage {
    if (!path.startsWith("/") || path.endsWith("/")) {
      throw new IllegalArgumentException("A path starts with a slash and ends without: " + path);
    }
  }
}
