import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/**
 * Seals an edition of the universal rules: makes a key pair, signs the text, writes the signature
 * and the public key into the sources and forgets the private key. Run it after changing the rules:
 * {@code java server/build/SealConstitution.java server/src/main}.
 */
final class SealConstitution {
  public static void main(String[] args) throws Exception {
    var main = Path.of(args[0]);
    var rules = main.resolve("resources/dev/hitlai/alignment/universal-rules.json");
    var code = main.resolve("java/dev/hitlai/alignment/internal/constitution/UniversalRules.java");
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(Files.readAllBytes(rules));
    Files.writeString(
        rules.resolveSibling("universal-rules.sig"),
        Base64.getEncoder().encodeToString(signature.sign()) + "\n");
    var key = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    var source = Files.readString(code);
    Files.writeString(
        code, source.replaceFirst("(PUBLIC_KEY\\s*=\\s*)\"[^\"]*\"", "$1\"" + key + "\""));
  }
}
