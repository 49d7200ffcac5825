package dev.hitlai.demosite.hostile;

import dev.hitlai.demosite.http.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Documents that aren't what they say, or hardly documents at all. */
final class DocumentTraps {

  private static final String SHIFT_JIS =
      """
      <!doctype html><html lang="ja"><head><meta charset="Shift_JIS"><title>文字コード</title></head>
      <body><main><h1>日本語のページ</h1><p><a href="/plain">次へ</a></p></main></body></html>
      """;

  private DocumentTraps() {}

  static List<Trap> all() {
    return List.of(
        Trap.testable(
            "/broken-html",
            "Tags that never close and attributes cut in half",
            DocumentTraps::broken),
        Trap.testable(
            "/encoding-shift-jis",
            "Japanese in Shift_JIS, said only in a meta element",
            () -> encoded("Shift_JIS", SHIFT_JIS)),
        Trap.testable(
            "/encoding-utf-16",
            "UTF-16 with a byte order mark and a header that says UTF-8",
            DocumentTraps::utf16),
        Trap.testable(
            "/encoding-wrong",
            "Latin letters beyond ASCII in a page that says it is UTF-8",
            DocumentTraps::mislabelled),
        Trap.testable(
            "/right-to-left",
            "A page from right to left with overrides of direction",
            DocumentTraps::rightToLeft),
        Trap.noted("/hidden-by-css", "Everything is hidden by a style", DocumentTraps::hidden),
        Trap.noted(
            "/wrong-content-type", "HTML that is sent as plain text", DocumentTraps::asPlainText),
        Trap.untestable("/empty-body", "An answer without a single byte", () -> Response.html("")),
        Trap.untestable(
            "/binary-garbage", "Random bytes that are sent as HTML", DocumentTraps::garbage),
        Trap.untestable(
            "/pdf",
            "A PDF instead of a page",
            () -> Response.bytes(200, "application/pdf", Pdf.onePage("Not a web page"))),
        Trap.untestable("/download", "A download instead of a page", DocumentTraps::download));
  }

  private static Response broken() {
    return Response.html(
        """
        <html><head><title>Broken</titel></title><body><main><h1>Broken page</h2><div class="a><p>One <b>two <i>three</b> four
        <table><tr><td><form><table><a href="/plain">To the plain page<a href="/plain"><li></ul></ol>
        <p id=x id=y =z <input name="q" <button>Send</p></span></div></div></div></html><p>after the end
        """);
  }

  private static Response encoded(String charset, String text) {
    return Response.bytes(200, "text/html", text.getBytes(Charset.forName(charset)));
  }

  private static Response utf16() {
    return Response.bytes(
        200,
        "text/html; charset=utf-8",
        Html.text("Sixteen bits", "<p>Žluťoučký kůň 🐎</p>").getBytes(StandardCharsets.UTF_16));
  }

  private static Response mislabelled() {
    return Response.bytes(
        200,
        "text/html; charset=utf-8",
        Html.text("Wrong label", "<p>Größe, façade, señor</p>")
            .getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Response rightToLeft() {
    return Html.page(
        "صفحة", "<div dir=\"rtl\" lang=\"ar\"><p>مرحبا &#x202E;abc&#x202C; 123</p></div>");
  }

  private static Response hidden() {
    return Html.page("Nothing to see", "<style>* { display: none !important }</style>");
  }

  private static Response asPlainText() {
    return Response.text(200, "text/plain; charset=utf-8", Html.text("Plain text", ""));
  }

  private static Response garbage() {
    byte[] bytes = new byte[200_000];
    SplittableRandom random = new SplittableRandom(7);
    random.nextBytes(bytes);
    return Response.bytes(200, "text/html", bytes);
  }

  private static Response download() {
    return Response.bytes(200, "application/octet-stream", new byte[2048])
        .with("Content-Disposition", "attachment; filename=\"archive.bin\"");
  }
}
