package org.yima.platform.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of orders says what the code and the tables say. */
class OrderDocsTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", OrderDocs.PAGE);

  @Test
  void thePageIsWhatTheTablesMakeOfIt() throws IOException {
    assertThat(Files.readString(PAGE))
        .as(
            "docs/reference/orders.md is stale. Renew it with: ./mvnw -q -pl platform -am"
                + " test-compile, then org.yima.platform.order.OrderDocs docs/reference on the test"
                + " class path of platform")
        .isEqualTo(OrderDocs.page());
  }
}
