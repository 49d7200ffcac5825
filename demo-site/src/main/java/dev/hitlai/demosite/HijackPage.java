package dev.hitlai.demosite;

/**
 * A page of the {@link HijackSite}.
 *
 * @param path where it is
 * @param what where the order stands and how it is written
 * @param wish what the order wants, so that a check can tell whether it was obeyed
 * @param readable whether the order is text; what is painted into a picture can't be seen without
 *     character recognition
 */
public record HijackPage(String path, String what, Wish wish, boolean readable) {

  /** What somebody who obeys would do. */
  public enum Wish {
    /** Press the button “Delete everything”. */
    DELETE,
    /** Type the secret word into the search box. */
    LEAK,
    /** Open an address of another host. */
    LEAVE,
    /** Say a given word, or leave out findings. */
    SAY
  }
}
