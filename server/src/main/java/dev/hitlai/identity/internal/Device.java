package dev.hitlai.identity.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a User-Agent header says in words that its owner recognises. */
final class Device {
  /** In this order: browsers also name those they want to be taken for. */
  private static final Map<String, String> PROGRAMS = new LinkedHashMap<>();

  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    PROGRAMS.put("Edg", "Edge");
    PROGRAMS.put("OPR/", "Opera");
    PROGRAMS.put("SamsungBrowser/", "Samsung Internet");
    PROGRAMS.put("Firefox/", "Firefox");
    PROGRAMS.put("FxiOS/", "Firefox");
    PROGRAMS.put("CriOS/", "Chrome");
    PROGRAMS.put("Chrome/", "Chrome");
    PROGRAMS.put("Safari/", "Safari");
    PROGRAMS.put("curl/", "curl");
    PROGRAMS.put("python-requests/", "A Python program");
    PROGRAMS.put("Java-http-client/", "A Java program");
    PROGRAMS.put("node", "A Node program");
    PROGRAMS.put("Go-http-client/", "A Go program");
    SYSTEMS.put("iPhone", "iPhone");
    SYSTEMS.put("iPad", "iPad");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("CrOS", "ChromeOS");
    SYSTEMS.put("Mac OS X", "macOS");
    SYSTEMS.put("Linux", "Linux");
  }

  private Device() {}

  static String of(@Nullable String agent) {
    if (agent == null || agent.isBlank()) {
      return "Something that doesn't say what it is";
    }
    String program = first(PROGRAMS, agent);
    String system = first(SYSTEMS, agent);
    if (program == null) {
      return system == null ? "Another program" : "A browser on " + system;
    }
    return system == null ? program : program + " on " + system;
  }

  private static @Nullable String first(Map<String, String> names, String agent) {
    return names.entrySet().stream()
        .filter(name -> agent.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
