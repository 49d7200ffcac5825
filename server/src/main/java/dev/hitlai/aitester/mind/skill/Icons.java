package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Locale;

/** What pictures stand for, in the words that people use for them. */
final class Icons {
  private static final List<List<String>> MEANINGS =
      List.of(
          List.of("delete", "trash", "bin", "remove", "discard", "🗑", "garbage", "rubbish", "del"),
          List.of(
              "star",
              "important",
              "favourite",
              "favorite",
              "starred",
              "★",
              "☆",
              "flag",
              "⭐",
              "fav"),
          List.of("reply", "answer", "respond", "↩", "↰", "⤶"),
          List.of("forward", "↪", "fwd", "→", "➜", "⤷"),
          List.of("like", "heart", "love", "♥", "♡", "❤", "thumbs", "thumb", "👍"),
          List.of("share", "retweet", "repost", "🔁", "↻", "⟲", "♺", "⤴", "➦", "boost", "⇄"),
          List.of(
              "more",
              "menu",
              "ellipsis",
              "dots",
              "kebab",
              "overflow",
              "⋮",
              "⋯",
              "…",
              "☰",
              "hamburger",
              "options"),
          List.of("close", "dismiss", "x", "×", "✕", "✖", "cross", "cancel"),
          List.of("search", "find", "magnifier", "magnify", "🔍", "🔎", "lookup"),
          List.of("next", "right", ">", "›", "»", "▶", "▸", "→"),
          List.of("previous", "prev", "left", "<", "‹", "«", "◀", "◂", "←", "back"),
          List.of(
              "increase",
              "plus",
              "+",
              "up",
              "▲",
              "△",
              "increment",
              "add",
              "▴",
              "more",
              "louder",
              "warmer",
              "hotter",
              "brighter",
              "faster",
              "bigger",
              "larger",
              "longer",
              "higher",
              "later",
              "stronger",
              "wider",
              "thicker",
              "heavier",
              "raise",
              "＋"),
          List.of(
              "decrease",
              "minus",
              "-",
              "−",
              "–",
              "down",
              "▼",
              "▽",
              "decrement",
              "less",
              "▾",
              "quieter",
              "softer",
              "cooler",
              "colder",
              "darker",
              "dimmer",
              "slower",
              "smaller",
              "shorter",
              "lower",
              "earlier",
              "weaker",
              "narrower",
              "thinner",
              "lighter",
              "fewer",
              "lower"),
          List.of("edit", "pencil", "✎", "✏", "pen", "change"),
          List.of("settings", "gear", "cog", "⚙", "preferences"),
          List.of("home", "house", "⌂"),
          List.of("cart", "basket", "bag", "trolley", "🛒"),
          List.of("save", "disk", "floppy", "💾"),
          List.of("print", "printer", "🖨"),
          List.of("mail", "email", "envelope", "✉", "letter"),
          List.of("phone", "call", "telephone", "☎", "📞"),
          List.of("calendar", "date", "📅"),
          List.of("play", "▶", "start"),
          List.of("pause", "⏸"),
          List.of("bold", "b"),
          List.of("italic", "italics", "i"),
          List.of("underline", "underlined", "u"),
          List.of("archive", "box"),
          List.of("attach", "attachment", "paperclip", "clip", "📎"),
          List.of("send", "submit", "paperplane", "➤", "➢", "✈", "📨", "📤"),
          List.of("refresh", "reload", "⟳", "↻", "🔄"),
          List.of("stop", "■", "⏹", "◼"),
          List.of("download", "⬇", "⤓", "📥"),
          List.of("upload", "⬆", "⤒"),
          List.of("undo", "↶", "⎌"),
          List.of("redo", "↷"),
          List.of("lock", "🔒", "padlock"),
          List.of("warning", "alert", "⚠"),
          List.of("info", "information", "ℹ", "🛈"),
          List.of("help", "question", "?", "❓"),
          List.of("check", "tick", "confirm", "ok", "✓", "✔", "☑"),
          List.of("copy", "⧉", "📋", "clipboard"),
          List.of("link", "chain", "🔗"),
          List.of("camera", "photo", "📷"),
          List.of("volume", "sound", "speaker", "🔊", "🔈"),
          List.of("location", "place", "map", "pin", "📍"),
          List.of("bell", "notification", "notifications", "🔔"),
          List.of("moon", "dark", "🌙", "☾"),
          List.of("sun", "light", "☀", "☼"),
          List.of("user", "👤", "profile", "account", "person", "avatar"));

  private Icons() {}

  /** 1 when the picture means the words, else 0. */
  static double likeness(String wanted, String hint) {
    var asked = List.of(wanted.toLowerCase(Locale.ROOT).split("[\\s-]+"));
    var shown = List.of(hint.toLowerCase(Locale.ROOT).split("[\\s_.-]+"));
    for (var word : asked) {
      if (shown.contains(word) && word.length() > 1) {
        return 1;
      }
      for (var meaning : MEANINGS) {
        if (meaning.contains(word) && shown.stream().anyMatch(meaning::contains)) {
          return 0.95;
        }
      }
    }
    return 0;
  }

  /** A single letter or picture, whatever number of units it is written with. */
  static boolean isSign(String text) {
    var plain = text.replace("\uFE0F", "").strip();
    return plain.length() == 1
        || plain.codePointCount(0, plain.length()) == 1 && !plain.matches("[\\p{L}\\p{N}]");
  }

  /** All words for what a single sign shows. */
  static String meaning(String sign) {
    var plain = sign.replace("\uFE0F", "").strip().toLowerCase(Locale.ROOT);
    return MEANINGS.stream()
        .filter(meaning -> meaning.contains(plain))
        .map(meaning -> String.join(" ", meaning))
        .reduce("", (one, other) -> one + " " + other)
        .strip();
  }
}
