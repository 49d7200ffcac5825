package dev.hitlai.web.internal;

import dev.hitlai.web.SharedPages;
import dev.hitlai.web.view.Address;
import dev.hitlai.web.view.Csrf;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Theme;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Renders pages without a request. */
@Component
class RenderedPages implements SharedPages {
  private static final Csrf NO_TOKEN = new Csrf(() -> "_csrf", () -> "X-CSRF-TOKEN", () -> "");

  private final TemplateEngine templates;
  private final Assets assets;

  RenderedPages(TemplateEngine templates, Assets assets) {
    this.templates = templates;
    this.assets = assets;
  }

  @Override
  public byte[] render(String template, String address, Theme theme, Map<String, Object> model) {
    var all = new HashMap<>(model);
    all.put(
        "page", new Page(parsed(address), theme, null, List.of(), NO_TOKEN, null, assets.prefix()));
    var output = new Utf8ByteOutput();
    templates.render(template + ".jte", all, output);
    return output.toByteArray();
  }

  private static Address parsed(String address) {
    int query = address.indexOf('?');
    if (query < 0) {
      return Address.of(address);
    }
    var values = new LinkedHashMap<String, String>();
    for (String pair : address.substring(query + 1).split("&")) {
      String[] parts = pair.split("=", 2);
      values.put(parts[0], parts.length == 2 ? parts[1] : "");
    }
    return new Address(address.substring(0, query), values);
  }
}
