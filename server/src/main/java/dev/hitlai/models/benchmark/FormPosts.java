package dev.hitlai.models.benchmark;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import dev.hitlai.demosite.Defect.Reach;

/** Forms sent to a site with the cookies of a page, past its script. */
public record FormPosts(String base, Page page) {
  /** Sends the form with something wrong in each field, past the browser's own checks. */
  private static final String SEND_MISTAKES =
      """
      (selector) => {
        const form = document.querySelector(selector);
        const fields = [...form.elements].filter((f) => !f.matches('select, button, [type=hidden], [type=checkbox], [type=radio]'));
        fields.forEach((field, index) => { field.value = index % 2 ? '' : field.type === 'tel' ? '12 34 ab' : 'x'; });
        form.noValidate = true;
        form.requestSubmit ? form.requestSubmit() : form.submit();
      }
      """;

  /** Returns where the answer led to. */
  public String post(String path, FormData form) {
    return page.request().post(base + path, RequestOptions.create().setForm(form)).url();
  }

  /** Opens an address; waits long, as a busy machine makes every page slow. */
  public void open(String url) {
    page.navigate(url, new Page.NavigateOptions().setTimeout(60_000));
  }

  /** Of the page that is open, when the stop asks for it. */
  public void sendMistakesIn(PlantedSite.Stop stop) {
    if (stop.reach() == Reach.ERROR) {
      page.waitForNavigation(() -> page.evaluate(SEND_MISTAKES, stop.form()));
    }
  }
}
