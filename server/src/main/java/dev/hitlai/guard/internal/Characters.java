package dev.hitlai.guard.internal;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes off what people don't see: invisible characters, look-alike letters, digits for letters.
 */
public final class Characters {
  private static final int TAG_BASE = 0xE0000;
  private static final int SELECTORS = 0xE0100;

  /** Look-alikes of Latin letters in Cyrillic, Greek and Armenian, and a few small capitals. */
  private static final String ALIKE =
      "аaеeоoрpсcуyхxіiјjѕsԁdһhԛqԝwмmтtкkвbнhгrпnзeАAВBЕEКKМMНHОOРPСCТTХXУYІIЅSЈJԌG"
          + "αaοoρpνvιiκkτtυuεeηnχxβbγyωwΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXոnսuօoցgհhɑaɡgɩiʏyᴀaʙbᴄcᴅd"
          + "ᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwᴢz";

  private static final Map<Integer, Integer> LATIN = new HashMap<>();

  /** The flags of England, Scotland, Wales and the like are written with tags, rightly so. */
  private static final Pattern REGION_FLAG =
      Pattern.compile("\\x{1F3F4}[\\x{E0061}-\\x{E007A}\\x{E0030}-\\x{E0039}]{3,6}\\x{E007F}");

  private static final Pattern LATIN_LETTER = Pattern.compile("\\p{IsLatin}");
  private static final Pattern LEET_WORD =
      Pattern.compile("(?<![\\p{L}\\d@$!|])(?=[@$!|\\p{L}\\d]*\\p{L})[\\p{L}@$!|013457]{3,}");
  private static final Pattern LEET_SIGN =
      Pattern.compile("\\p{L}[@$!|013457]+\\p{L}|^[@$013457]+\\p{L}{2}");

  static {
    var points = ALIKE.codePoints().toArray();
    for (int i = 0; i + 1 < points.length; i += 2) {
      LATIN.put(points[i], points[i + 1]);
    }
  }

  private Characters() {}

  /** Whether a character takes no place and has no look. */
  public static boolean isInvisible(int point) {
    return point == 0xAD
        || point == 0x180E
        || (point >= 0x200B && point <= 0x200F)
        || (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2060 && point <= 0x206F)
        || point == 0xFEFF
        || (point >= 0xFE00 && point <= 0xFE0F)
        || point == 0x115F
        || point == 0x1160
        || point == 0x3164
        || (point >= TAG_BASE && point <= TAG_BASE + 0xFFF);
  }

  /** Without the flags that are written with invisible characters. */
  static String withoutFlags(String text) {
    return REGION_FLAG.matcher(text).replaceAll("");
  }

  /** Compatible forms made plain, invisible characters gone, white space to single blanks. */
  static String plain(String text) {
    var kept = new StringBuilder(text.length());
    text.codePoints().filter(point -> !isInvisible(point)).forEach(kept::appendCodePoint);
    return Normalizer.normalize(kept, Normalizer.Form.NFKC)
        .replaceAll("[\\p{Zs}\\t\\x0B\\f]+", " ")
        .replace('’', '\'')
        .replace('‘', '\'');
  }

  /** What Unicode tags and runs of variation selectors spell; empty when there are none. */
  static String spelled(String flags) {
    var text = REGION_FLAG.matcher(flags).replaceAll("");
    var tags = new StringBuilder();
    var bytes = new java.io.ByteArrayOutputStream();
    text.codePoints()
        .forEach(
            point -> {
              if (point >= TAG_BASE + 0x20 && point <= TAG_BASE + 0x7E) {
                tags.appendCodePoint(point - TAG_BASE);
              } else if (point >= SELECTORS && point <= SELECTORS + 239) {
                bytes.write(point - SELECTORS + 16);
              } else if (point >= 0xFE00 && point <= 0xFE0F && bytes.size() > 0) {
                bytes.write(point - 0xFE00);
              }
            });
    return tags + bytes.toString(StandardCharsets.UTF_8);
  }

  /** What a row of zero-width characters spells in bits, eight a letter; empty when it doesn't. */
  static String bits(String text) {
    for (var pair :
        new int[][] {{0x200B, 0x200C}, {0x200C, 0x200D}, {0x200B, 0x200D}, {0x2062, 0x2063}}) {
      var bits = new StringBuilder();
      text.codePoints()
          .filter(point -> point == pair[0] || point == pair[1])
          .forEach(point -> bits.append(point == pair[0] ? '0' : '1'));
      var letters = letters(bits);
      if (letters.length() >= 6) {
        return letters;
      }
    }
    return "";
  }

  private static String letters(CharSequence bits) {
    var letters = new StringBuilder();
    for (int i = 0; i + 8 <= bits.length(); i += 8) {
      int letter = Integer.parseInt(bits.subSequence(i, i + 8).toString(), 2);
      if (letter < 32 || letter > 126) {
        return "";
      }
      letters.append((char) letter);
    }
    return letters.toString();
  }

  /**
   * Look-alike letters made Latin, where a text mixes them with Latin ones or is made of nothing
   * else.
   */
  static String latin(String text) {
    var made = new StringBuilder(text.length());
    for (var word : text.split("(?<=\\P{L})|(?=\\P{L})", -1)) {
      made.append(alike(word));
    }
    return made.toString();
  }

  private static String alike(String word) {
    if (word.codePoints().noneMatch(LATIN::containsKey)) {
      return word;
    }
    boolean mixed = LATIN_LETTER.matcher(word).find();
    boolean complete = word.codePoints().allMatch(point -> point < 128 || LATIN.containsKey(point));
    if (!mixed && !complete) {
      return word;
    }
    var made = new StringBuilder();
    word.codePoints().forEach(point -> made.appendCodePoint(LATIN.getOrDefault(point, point)));
    return made.toString();
  }

  /** Digits and signs that stand for letters made letters; the text itself when few do. */
  static String unleet(String text) {
    long odd =
        LEET_WORD
            .matcher(text)
            .results()
            .filter(word -> LEET_SIGN.matcher(word.group()).find())
            .count();
    if (odd < 2) {
      return text;
    }
    return LEET_WORD
        .matcher(text)
        .replaceAll(word -> letters(word.group().toLowerCase(Locale.ROOT)));
  }

  private static String letters(String word) {
    var made = new StringBuilder();
    for (char sign : word.toCharArray()) {
      int at = "013457@$!|".indexOf(sign);
      made.append(at < 0 ? sign : "oieastasil".charAt(at));
    }
    return java.util.regex.Matcher.quoteReplacement(made.toString());
  }
}
