/**
 * The medical-insurance business system. From above: {@link org.yima.platform.Gateway} takes bytes
 * from HTTP, {@link org.yima.platform.Exchange} opens and seals them, {@link
 * org.yima.platform.Desk} carries one transaction out in one database transaction, {@link
 * org.yima.platform.Transactions} lists them; the packages below are the features they live in.
 */
package org.yima.platform;
