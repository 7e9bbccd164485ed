/** What a server does beside its calls, again and again. Owns the threads; knows no feature. */
package org.yima.platform.background;
