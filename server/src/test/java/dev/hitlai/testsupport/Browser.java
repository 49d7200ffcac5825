package dev.hitlai.testsupport;

import dev.hitlai.testsupport.ApiClient.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A browser without a screen: keeps cookies and sends the CSRF token of the page it is on. */
public final class Browser {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final ApiClient http;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private String token = "";

  public Browser(ApiClient http) {
    this.http = http.with("Accept", "text/html,application/xhtml+xml");
  }

  public Answer open(String path) {
    var answer = keep(client().get(path));
    var found = TOKEN.matcher(answer.text());
    token = found.find() ? found.group(1) : token;
    return answer;
  }

  /** Sends a form with the token of the last page opened. */
  public Answer submit(String path, Map<String, String> fields) {
    var all = new LinkedHashMap<>(fields);
    all.put("_csrf", token);
    return submitWithoutToken(path, all);
  }

  public Answer submitWithoutToken(String path, Map<String, String> fields) {
    return keep(client().form(path, fields));
  }

  public String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  public void setCookie(String name, String value) {
    cookies.put(name, value);
  }

  private ApiClient client() {
    var header = new StringBuilder();
    cookies.forEach((name, value) -> header.append(name).append('=').append(value).append("; "));
    return header.isEmpty() ? http : http.with("Cookie", header.toString().strip());
  }

  private Answer keep(Answer answer) {
    for (String set : answer.headers().allValues("Set-Cookie")) {
      String[] pair = set.split(";", 2)[0].split("=", 2);
      if (pair[1].isEmpty()) {
        cookies.remove(pair[0]);
      } else {
        cookies.put(pair[0], pair[1]);
      }
    }
    return answer;
  }
}
