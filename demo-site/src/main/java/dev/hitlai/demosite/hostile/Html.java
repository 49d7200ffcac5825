package dev.hitlai.demosite.hostile;

import dev.hitlai.demosite.http.Response;

/** A plain, sound page to put a trap into. */
final class Html {

  private Html() {}

  static Response page(String title, String body) {
    return Response.html(text(title, body));
  }

  static String text(String title, String body) {
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>%s</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"></head>
    <body><main><h1>%s</h1>%s<p><a href="/plain">To the plain page</a></p></main></body></html>
    """
        .formatted(title, title, body);
  }

  static Response scripted(String title, String body, String script) {
    return page(title, body + "<script>" + script + "</script>");
  }
}
