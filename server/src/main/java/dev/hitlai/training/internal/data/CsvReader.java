package dev.hitlai.training.internal.data;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads CSV as RFC 4180 has it, and says what is wrong with what isn't. */
final class CsvReader {
  private final String text;
  private int at;
  private int line = 1;
  private boolean broken;

  CsvReader(String text) {
    this.text = text;
  }

  /** Something that RFC 4180 doesn't have. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String why) {
      super(why, null, false, false);
    }
  }

  /** Line on which the next record begins, from 1. */
  int line() {
    return line;
  }

  /** Whether nothing after what was wrong can be told apart. */
  boolean broken() {
    return broken;
  }

  /** The values of the next record; null at the end. */
  @Nullable List<String> next() throws Malformed {
    if (at >= text.length()) {
      return null;
    }
    var values = new ArrayList<String>();
    while (true) {
      values.add(peek() == '"' ? quoted() : plain());
      if (at >= text.length()) {
        return values;
      }
      char end = text.charAt(at++);
      if (end == ',') {
        continue;
      }
      if (end == '\r' && peek() == '\n') {
        at++;
      }
      line++;
      return values;
    }
  }

  private int peek() {
    return at < text.length() ? text.charAt(at) : -1;
  }

  private String plain() throws Malformed {
    int from = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      if (text.charAt(at) == '"') {
        skipLine();
        throw new Malformed("A quotation mark stands inside a value that is not quoted.");
      }
      at++;
    }
    return text.substring(from, at);
  }

  private String quoted() throws Malformed {
    var value = new StringBuilder();
    at++;
    while (at < text.length()) {
      char one = text.charAt(at++);
      if (one != '"') {
        line += one == '\n' ? 1 : 0;
        value.append(one);
      } else if (peek() == '"') {
        value.append('"');
        at++;
      } else {
        if (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
          skipLine();
          throw new Malformed("Something follows the closing quotation mark.");
        }
        return value.toString();
      }
    }
    broken = true;
    throw new Malformed("A quotation is not closed.");
  }

  private void skipLine() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end + 1;
    line++;
  }
}
