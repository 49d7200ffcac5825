package dev.hitlai.guard.internal;

import java.util.ArrayList;
import java.util.List;

/** All ways in which a model may read a text: as it stands, and what is hidden in it. */
public final class Readings {
  private Readings() {}

  /** The plain text first; hidden ones only where there is something. */
  public static List<Reading> of(String text) {
    var readings = new ArrayList<Reading>();
    var plain = Characters.plain(text);
    readings.add(new Reading(plain, ""));
    add(readings, plain, Characters.spelled(text), "written in invisible Unicode characters");
    add(readings, plain, Characters.bits(text), "written in zero-width characters");
    add(
        readings,
        plain,
        Characters.latin(plain),
        "written in look-alike letters of other alphabets");
    add(readings, plain, Characters.unleet(plain), "written with digits for letters");
    add(readings, plain, Decoding.spaced(text), "written with gaps between the letters");
    for (var layer = plain; !layer.isEmpty() && readings.size() < 12; ) {
      layer = decoded(readings, plain, layer);
    }
    return readings;
  }

  /** Adds what a text says once decoded; returns it, because codes are nested. */
  private static String decoded(List<Reading> readings, String plain, String text) {
    var inner = Decoding.base64(text);
    add(readings, plain, inner, "encoded in base64");
    add(readings, plain, Decoding.hex(text), "encoded in hexadecimal numbers");
    add(readings, plain, Decoding.percent(text), "encoded as an address");
    add(readings, plain, Decoding.entities(text), "encoded in character references");
    add(readings, plain, Decoding.rot13(text), "encoded in rot13");
    add(readings, plain, Decoding.backwards(text), "written backwards");
    return inner;
  }

  private static void add(List<Reading> readings, String plain, String text, String how) {
    if (!text.isBlank() && !text.equals(plain)) {
      readings.add(new Reading(Characters.plain(text), how));
    }
  }
}
