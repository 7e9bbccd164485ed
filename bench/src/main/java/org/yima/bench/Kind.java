package org.yima.bench;

/** What a payment's processor time goes into, in the order of the report. */
public enum Kind {
  CRYPTO("密码运算", "crypto"),
  FORM("报文与 XML", "forms, XML"),
  ENGINE("待遇计算", "benefit engine"),
  TRANSACTION("事务（服务器侧）", "transaction, server side"),
  DATABASE("数据库", "PostgreSQL"),
  HTTP("HTTP", "HTTP"),
  REST("其余", "rest");

  private final String chinese;
  private final String english;

  Kind(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  String text() {
    return chinese.equals(english) ? chinese : chinese + " " + english;
  }
}
