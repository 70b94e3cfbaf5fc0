/**
 * The letters beyond ASCII that a language uses, from frequent to rare, small ones only. Enough to tell which of many encodings
 * makes words of a few bytes: `é` and `è` next to each other in one text are French, `Č` and `Ú` in their place are nobody's.
 */
export const LANGUAGES: Readonly<Record<string, string>> = {
  /** Names from all over the west or the centre of Europe in one table. */
  western: 'éüöèäáóíñçßøåàêôîûâïëæœúãõ',
  central: 'áéóíłöüčšžąęćřůýěőńśźżťďňľűășț',
  french: 'éèàêçôîûùâïëœüö',
  german: 'üäößé',
  spanish: 'óíáéñúüç',
  portuguese: 'ãçéáíóêõúâàôü',
  italian: 'àèéùòìçö',
  catalan: 'óàèíéçúòïü',
  nordic: 'äåöøæéü',
  dutch: 'ëéïöüèç',
  icelandic: 'íáðéæóöúþý',
  polish: 'łęąóżśćńź',
  czech: 'íáěéřýčžůšúňóďťöü',
  slovak: 'áíéčýžšúľťôňďóäŕĺě',
  hungarian: 'éáóöőíüúű',
  romanian: 'ăîâșțşţé',
  croatian: 'čšžćđ',
  baltic: 'āīēšųėžčūįąņļģķę',
  estonian: 'äõüöšž',
  turkish: 'ıişüğçöâî',
  maltese: 'ħżġċàèìòù',
  esperanto: 'ĉĝŭŝĵĥ',
  welsh: 'ŵŷâêîôûö',
  vietnamese: 'àáạảãâầấậẩẫăằắặẳẵèéẹẻẽêềếệểễìíịỉĩòóọỏõôồốộổỗơờớợởỡùúụủũưừứựửữỳýỵỷỹđ',
  russian: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё',
  bulgarian: 'аиоетнрсвлпкдмзгъубяцчжщшфхйюь',
  ukrainian: 'оанивітерслкмдупязьбгчйхжїшюцєщфґ',
  serbian: 'аоиенрстјкувлмпдзгбчшцјљњжхћђфџ',
  greek: 'αοιετσνηυρπκμλςωγάίόδέθήχύφβώξζψϊϋ',
  hebrew: 'יוהלאמתרבשנםכדקפעחגטסןזצךץףת',
  arabic: 'المينرتبهودعسفكقحجشةأصطخضىءزذثإغظئؤآ',
  thai: 'านรอกเงมลวยสตท่้ิัีดปบหคขพะใจชำไุูแโซผถธืึณฐญศษฟ์็ฝภ',
};
