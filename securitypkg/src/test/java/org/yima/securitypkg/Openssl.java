package org.yima.securitypkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** The {@code openssl} command, working on files in one folder. */
record Openssl(Path folder) {
  /** Runs a command whose arguments are parted by single blanks; it must succeed. */
  String run(String command) {
    List<String> line = new ArrayList<>(List.of("openssl"));
    line.addAll(List.of(command.split(" ")));
    try {
      Process process =
          new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as("openssl %s%n%s", command, output).isZero();
      return output;
    } catch (IOException e) {
      return fail(
          "The openssl command (3.0 or later) is needed for this test and was not found."
              + " Install it: apt-get install openssl",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  byte[] read(String name) {
    try {
      return Files.readAllBytes(folder.resolve(name));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  void write(String name, byte[] content) {
    try {
      Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Writes {@code key.pem} and {@code cert.pem}, and {@code pub.pem} out of the latter. */
  void writeKey(CertifiedKey key) {
    write("key.pem", privatePem(key).getBytes(StandardCharsets.US_ASCII));
    write("cert.pem", key.certificate().pem().getBytes(StandardCharsets.US_ASCII));
    run("x509 -in cert.pem -noout -pubkey -out pub.pem");
  }

  static String privatePem(CertifiedKey key) {
    java.io.StringWriter text = new java.io.StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(new PemObject("PRIVATE KEY", key.privateKey().getEncoded()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return text.toString();
  }
}
