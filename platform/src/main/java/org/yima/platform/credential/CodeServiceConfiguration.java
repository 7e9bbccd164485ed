package org.yima.platform.credential;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yima.platform.store.Database;

/** Where {@code yima.code-service.url} is set, codes are decoded there and not by ourselves. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("yima.code-service.url")
@EnableConfigurationProperties(CodeServiceSettings.class)
class CodeServiceConfiguration {
  @Bean
  CodeServiceGateway codeServiceGateway(CodeServiceSettings settings) {
    return new CodeServiceGateway(settings);
  }

  @Bean
  ForeignTokens foreignTokens(Database database) {
    return new ForeignTokens(database);
  }
}
