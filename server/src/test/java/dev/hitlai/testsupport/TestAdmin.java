package dev.hitlai.testsupport;

/** An administrator of the platform, made from a tester's account. */
public final class TestAdmin {
  private TestAdmin() {}

  public static TestAccounts.Person make(TestDatabase database, int port) {
    var accounts = new TestAccounts(port);
    var person = accounts.tester();
    database.asSystem(
        sql ->
            sql.execute("update identity.users set user_type = 'admin' where id = ?", person.id()));
    return accounts.login(person.email());
  }

  public static ApiClient api(TestDatabase database, int port) {
    return make(database, port).api();
  }
}
