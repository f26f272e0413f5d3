using RelationalPractice.Collation;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Collation;

public sealed class IdentifierScanTests
{
    private static readonly KnownIdentifiers Known = KnownIdentifiers.Of(
        ["Ngozi Okafor", "Will Grace", "Seán O’Brien", "Krystal Adeyemi"], ["Thornhey High"], [("Tomasz", RedactionKind.Name)]);

    [Theory]
    [InlineData("I rang 07700 900123 twice", "07700 900123")]
    [InlineData("07700900123", "07700900123")]
    [InlineData("call 01632 960 101.", "01632 960 101")]
    [InlineData("(01632) 960101", "(01632) 960101")]
    [InlineData("+44 7700 900123 is mine", "+44 7700 900123")]
    [InlineData("+44 (0)7700 900-123", "+44 (0)7700 900-123")]
    [InlineData("0044 7700 900 123", "0044 7700 900 123")]
    [InlineData("020 7946 0958", "020 7946 0958")]
    [InlineData("0800.111.1234", "0800.111.1234")]
    public void Find_TelephoneNumber_InAnyUsualSpelling(string text, string number) => One(text, RedactionKind.Telephone, number);

    [Theory]
    [InlineData("Write to krystal.adeyemi+kids@mail.example.co.uk ok", "krystal.adeyemi+kids@mail.example.co.uk")]
    [InlineData("kry(at)mail.example", "kry(at)mail.example")]
    public void Find_EmailAddress_IsProposed(string text, string address) => One(text, RedactionKind.Email, address);

    [Theory]
    [InlineData("We live in BN1 1AA now", "BN1 1AA")]
    [InlineData("bn11aa", "bn11aa")]
    [InlineData("SW1A 2AA", "SW1A 2AA")]
    public void Find_Postcode_IsProposed(string text, string postcode) => One(text, RedactionKind.Postcode, postcode);

    [Theory]
    [InlineData("born 03/04/2015 here", "03/04/2015")]
    [InlineData("since 3.4.15", "3.4.15")]
    [InlineData("on 3rd of April 2015", "3rd of April 2015")]
    [InlineData("April 3rd, 2015", "April 3rd, 2015")]
    [InlineData("2015-04-03", "2015-04-03")]
    [InlineData("her birthday is 3rd April", "3rd April")]
    public void Find_Date_IsProposed(string text, string date) => One(text, RedactionKind.DateOfBirth, date);

    [Theory]
    [InlineData("my NHS number 943 476 5919", "943 476 5919", RedactionKind.NhsNumber)]
    [InlineData("943-476-5919", "943-476-5919", RedactionKind.NhsNumber)]
    [InlineData("9434765919", "9434765919", RedactionKind.NhsNumber)]
    [InlineData("NHS no: 943 476 5918", "943 476 5918", RedactionKind.NhsNumber)]
    [InlineData("case number CF/20319", "CF/20319", RedactionKind.CaseNumber)]
    [InlineData("Mosaic ID: 4471903", "4471903", RedactionKind.CaseNumber)]
    [InlineData("the letter says 4471903", "4471903", RedactionKind.CaseNumber)]
    public void Find_Number_IsProposedAsWhatItIs(string text, string number, RedactionKind kind) => One(text, kind, number);

    [Theory]
    [InlineData("9434765919", true)]
    [InlineData("9434765918", false)]
    [InlineData("4010232137", true)]
    [InlineData("1234567890", false)]
    public void IsNhsNumber_Checksum_Decides(string digits, bool valid) => IdentifierScan.IsNhsNumber(digits).ShouldBe(valid);

    [Theory]
    [InlineData("at 14 Elm Grove Road with us", "14 Elm Grove Road")]
    [InlineData("Flat 2, 9 Marine Parade Close", "Flat 2, 9 Marine Parade Close")]
    [InlineData("she came to Cromwell Street", "Cromwell Street")]
    [InlineData("we moved to 12 mill road", "12 mill road")]
    public void Find_Address_IsProposed(string text, string address) => One(text, RedactionKind.Address, address);

    [Theory]
    [InlineData("add me @kry_95 there", "@kry_95")]
    [InlineData("my insta is kry.95", "kry.95")]
    [InlineData("facebook.com/krystal.a", "facebook.com/krystal.a")]
    public void Find_SocialHandle_IsProposed(string text, string handle) => One(text, RedactionKind.SocialHandle, handle);

    [Theory]
    [InlineData("He goes to thornhey high every day", "thornhey high")]
    [InlineData("he is at St Mary’s Primary School", "St Mary’s Primary School")]
    [InlineData("he is at Hillside Academy", "Hillside Academy")]
    public void Find_School_FromTheListOrByItsKind(string text, string school) => One(text, RedactionKind.School, school);

    [Theory]
    [InlineData("Then Ngozi Okafor came", "Ngozi Okafor")]
    [InlineData("ngozi never rang", "ngozi")]
    [InlineData("It was Okafor's idea", "Okafor")]
    [InlineData("sean o'brien did", "sean o'brien")]
    [InlineData("Will came", "Will")]
    [InlineData("this is krystal", "krystal")]
    [InlineData("I told Mrs Whitcombe", "Whitcombe")]
    [InlineData("when TOMASZ was ill", "TOMASZ")]
    [InlineData("she shouted at my son Jayden there", "Jayden")]
    [InlineData("My girls Aaliyah and Noor love her", "Aaliyah and Noor")]
    public void Find_Name_OfStaffOfTheRespondentOfAFamilyOrHiddenElsewhere(string text, string name) => One(text, RedactionKind.Name, name);

    [Theory]
    [InlineData("She will come with grace")]
    [InlineData("We waited 3 weeks and 2 hours on the way home")]
    [InlineData("My 2 kids are 10 and 12")]
    [InlineData("Since 2019 it has been 5/5, 100%, no complaints")]
    [InlineData("Our school is kind and the street is quiet")]
    [InlineData("About £120000 in debt")]
    [InlineData("My son. He said our Social Worker called I think")]
    [InlineData("")]
    public void Find_OrdinaryWords_ProposesNothing(string text) => Found(text).ShouldBeEmpty();

    [Fact]
    public void Find_Several_InTheOrderOfTheTextByCodePoints()
    {
        var found = Found("😀😀 Ngozi, 07700 900123, k@mail.example");

        found.Select(p => p.Kind).ShouldBe([RedactionKind.Name, RedactionKind.Telephone, RedactionKind.Email]);
        found[0].Stretch.ShouldBe(new Stretch(3, 8));
    }

    [Fact]
    public void IsOpen_HiddenOrDeclined_IsAnswered()
    {
        var proposal = Found("Ngozi came").Single();

        proposal.IsOpen([]).ShouldBeTrue();
        proposal.IsOpen([Redaction(0, 7, hidden: true)]).ShouldBeFalse();
        proposal.IsOpen([Redaction(0, 5, hidden: false)]).ShouldBeFalse();
        proposal.IsOpen([Redaction(0, 2, hidden: true)]).ShouldBeTrue();
        proposal.IsOpen([Redaction(0, 7, hidden: false)]).ShouldBeTrue();
    }

    [Theory]
    [InlineData("as the only dad in the group I felt alone", "as the only dad in the group")]
    [InlineData("Being the only black mum there", "Being the only black mum there")]
    [InlineData("with my three boys at home", "my three boys")]
    [InlineData("all 5 kids", "all 5 kids")]
    [InlineData("as a deaf single mum I", "as a deaf single mum")]
    [InlineData("She has cystic fibrosis and", "cystic fibrosis")]
    [InlineData("I’m a police officer myself", "police officer")]
    [InlineData("I am 67 and I have my grandson with me", "I am 67 and I have my grandson with")]
    public void SelfIdentifying_Phrase_IsPointedOut(string text, string phrase) => SelfIdentifying.Find(text).ShouldContain(phrase);

    [Theory]
    [InlineData("She only came once and my children liked her")]
    [InlineData("I was judged")]
    [InlineData("I am 20 minutes away")]
    public void SelfIdentifying_OrdinaryWords_AreNot(string text) => SelfIdentifying.Find(text).ShouldBeEmpty();

    private static void One(string text, RedactionKind kind, string words)
    {
        var found = Found(text).ShouldHaveSingleItem();
        (found.Kind, found.Words).ShouldBe((kind, words));
    }

    private static IReadOnlyList<Proposal> Found(string text) => IdentifierScan.Find(text, Known);

    private static Redaction Redaction(int start, int end, bool hidden) => new()
    {
        Id = Guid.NewGuid(),
        ResponseId = Guid.Empty,
        QuestionKey = "q",
        Start = start,
        End = end,
        Kind = RedactionKind.Name,
        Hidden = hidden,
        ById = Guid.Empty,
    };
}
