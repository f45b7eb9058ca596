/** Where anybody gets an address: none of them says for whom somebody works. */
const mailProviders = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com hotmail.co.uk hotmail.fr hotmail.de live.co.uk
   live.fr outlook.fr outlook.de outlook.es outlook.jp yahoo.com yahoo.co.uk yahoo.co.jp yahoo.co.in yahoo.com.br
   yahoo.de yahoo.es yahoo.fr yahoo.it ymail.com rocketmail.com aol.com aim.com icloud.com me.com mac.com
   proton.me protonmail.com pm.me tutanota.com tuta.io fastmail.com fastmail.fm hey.com zoho.com mail.com email.com
   gmx.com gmx.net gmx.de gmx.at gmx.ch web.de t-online.de freenet.de posteo.de mailbox.org arcor.de
   orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr libero.it virgilio.it tiscali.it alice.it
   terra.com.br uol.com.br bol.com.br hotmail.com.br mail.ru bk.ru inbox.ru list.ru yandex.ru yandex.com rambler.ru
   qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com 139.com naver.com daum.net hanmail.net
   docomo.ne.jp ezweb.ne.jp softbank.ne.jp nifty.com rediffmail.com wp.pl o2.pl onet.pl interia.pl seznam.cz
   btinternet.com sky.com virginmedia.com ntlworld.com comcast.net verizon.net att.net sbcglobal.net cox.net
   bellsouth.net charter.net earthlink.net rogers.com shaw.ca sympatico.ca bigpond.com optusnet.com.au xtra.co.nz
   mailinator.com guerrillamail.com 10minutemail.com temp-mail.org yopmail.com trashmail.com sharklasers.com
   duck.com simplelogin.com anonaddy.com`.split(/\s+/),
);

/** Under these everybody registers names, as in `co.uk`: no firm can own one. */
const sharedSecondLevel =
  /^(?:co|com|org|net|edu|gov|gob|gouv|govt|ac|or|ne|go|ltd|plc|me|sch|nhs|mil|info|biz|id)\.[a-z]{2}$/;
const sharedHosts = new Set(
  "github.io gitlab.io netlify.app vercel.app pages.dev web.app herokuapp.com blogspot.com wordpress.com wixsite.com azurewebsites.net cloudfront.net amazonaws.com onmicrosoft.com eu.com uk.com us.com de.com".split(
    " ",
  ),
);

/** Whether people who have nothing to do with each other share this domain, or one above it that hands out mailboxes. */
export function isPublicDomain(domain: string): boolean {
  if (sharedSecondLevel.test(domain) || sharedHosts.has(domain)) return true;
  return domainsAbove(domain).some((one) => mailProviders.has(one));
}

/** A domain and those above it, the longest first, down to two labels: `a.b.c.org`, `b.c.org`, `c.org`. */
export function domainsAbove(domain: string): string[] {
  const labels = domain.split(".");
  return labels.slice(0, -1).map((_, at) => labels.slice(at).join("."));
}
