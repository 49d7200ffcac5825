package dev.hitlai.demosite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a visitor can do, over plain HTTP and without a script. */
class ShopBehaviourTest {

  private static final String ADDRESS =
      "name=Kim+Example&email=kim%40post.example&phone=%2B49+341+1234&street=1+High+Street"
          + "&postcode=04109&city=Exampleton";
  private static final String CARD =
      "card-name=Kim&card-number=4242+4242+4242+4242&expiry=08%2F31&cvc=123";

  private DemoShop shop;
  private HttpClient client;

  @BeforeEach
  void open() {
    shop = DemoShop.start(0, true);
    client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  @AfterEach
  void close() {
    client.close();
    shop.close();
  }

  @Test
  void sellsFromProductToConfirmation() throws Exception {
    assertThat(post("/basket/add", "product=enamel-mug&quantity=2").body())
        .contains("Added to your basket: Trailside enamel mug.");
    assertThat(get("/basket").body()).contains("€25.00");
    assertThat(post("/checkout/address", ADDRESS).body()).contains("How shall it come?");
    assertThat(post("/checkout/delivery", "way=standard&delivery-date=24.12.2026").body())
        .contains("€29.90");
    HttpResponse<String> done = post("/checkout/payment", CARD);
    assertThat(done.uri().getPath()).isEqualTo("/checkout/done");
    assertThat(done.body()).contains("Thank you").contains("kim@post.example");
    assertThat(get("/basket").body()).contains("Your basket is empty");
  }

  @Test
  void keepsWhatWasTypedAndSaysWhatIsWrong() throws Exception {
    post("/basket/add", "product=enamel-mug&quantity=1");
    String page = post("/checkout/address", ADDRESS.replace("04109", "4x")).body();
    assertThat(page)
        .contains("five digits")
        .contains("value=\"1 High Street\"")
        .contains("aria-describedby=\"postcode-error\"");
  }

  @Test
  void takesOnlyTheTestCard() throws Exception {
    post("/basket/add", "product=enamel-mug&quantity=1");
    post("/checkout/address", ADDRESS);
    post("/checkout/delivery", "way=collect");
    assertThat(post("/checkout/payment", CARD.replace("4242+4242+4242+4242", "4111+1111")).body())
        .contains("Use the test card");
  }

  @Test
  void leadsBackWhenAStepIsLeftOut() throws Exception {
    assertThat(get("/checkout/payment").uri().getPath()).isEqualTo("/basket");
    post("/basket/add", "product=enamel-mug&quantity=1");
    assertThat(get("/checkout/payment").uri().getPath()).isEqualTo("/checkout/address");
  }

  @Test
  void refusesOddQuantitiesAndSoldOutGoods() throws Exception {
    assertThat(post("/basket/add", "product=enamel-mug&quantity=abc").body())
        .contains("Enter a whole number");
    post("/basket/add", "product=oak-board&quantity=1");
    assertThat(get("/basket").body()).contains("Your basket is empty");
  }

  @Test
  void sortsFiltersAndSearches() throws Exception {
    assertThat(get("/category/kitchen?sort=cheap").body())
        .containsSubsequence("€9.90", "€12.50", "€14.90", "€49.00");
    assertThat(get("/category/kitchen?stock=1").body()).doesNotContain("chopping board");
    assertThat(get("/category/all?price=low&sort=dear").body()).contains("7 products");
    assertThat(get("/search?q=mugs").body()).contains("2 products");
    assertThat(get("/search?q=%3Cscript%3E").body())
        .doesNotContain("<script>\"")
        .contains("&lt;script&gt;");
  }

  @Test
  void opensAnAccountOnceAndSignsIn() throws Exception {
    String person = "name=Ada&email=ada%40post.example&password=longenough1";
    assertThat(post("/account/signup", person).body()).contains("Signed in as ada@post.example");
    post("/account/logout", "");
    assertThat(post("/account/signup", person).body()).contains("Use another address");
    assertThat(post("/account/login", "email=ada%40post.example&password=wrong").body())
        .contains("fit");
    assertThat(post("/account/login", "email=ada%40post.example&password=longenough1").body())
        .contains("Signed in as");
  }

  @Test
  void savesAProductAndComesBackToTheSameList() throws Exception {
    HttpResponse<String> back =
        post("/saved", "product=enamel-mug&back=%2Fcategory%2Fall%3Fpage%3D3%26sort%3Dname");
    assertThat(back.uri().toString()).endsWith("/category/all?page=3&sort=name");
    assertThat(back.body()).contains("aria-pressed=\"true\"");
    assertThat(post("/saved", "product=enamel-mug&back=%2F%2Felsewhere.example").uri().toString())
        .isEqualTo(shop.url() + "/");
  }

  @Test
  void fillsInWhatTheAccountKnows() throws Exception {
    post("/account/login", "email=demo%40heathlark.example&password=heather-2026");
    post("/basket/add", "product=enamel-mug&quantity=1");
    assertThat(get("/checkout/address").body()).contains("value=\"Dana Demo\"");
  }

  @Test
  void answersUnknownPathsWithAPage() throws Exception {
    HttpResponse<String> missing = get("/nowhere");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("isn&#39;t here");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(shop.url() + path)).build());
  }

  private HttpResponse<String> post(String path, String form)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(shop.url() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
