using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using Shouldly;
using Xunit;
using static RelationalPractice.Tests.Invitations.ContactFiles;

namespace RelationalPractice.Tests.Invitations;

public sealed class ContactWeighingTests
{
    private readonly ContactFiles _files = new();

    [Fact]
    public void Weigh_GoodLine_IsANewFamilyWithItsPerson()
    {
        var line = _files.Weigh(2, Line((ContactField.Hours, "mornings"), (ContactField.DoNotEmail, "yes"), (ContactField.Note, "Ring twice"), (ContactField.Language, "Welsh")));

        line.ShouldBe(new WeighedLine(2, ContactImportFate.NewFamily, null));
        var family = _files.Next.NewFamilies.ShouldHaveSingleItem();
        (family.WorkerId, family.StartedOn, family.EndedOn).ShouldBe((Bea, new DateOnly(2026, 1, 3), null));
        var person = _files.Next.NewPeople.ShouldHaveSingleItem();
        (Seal.Open(person.Name), Seal.Open(person.Mobile), Seal.Open(person.Email), Seal.Open(person.ReachNote))
            .ShouldBe(("Ada Quill", "+447700900123", "ada@example.org", "Ring twice"));
        (person.MayText, person.MayEmail, person.Hours, person.Language).ShouldBe((true, false, SafeHours.Mornings, "cy"));
        _files.Next.NewMembers.ShouldHaveSingleItem().Role.ShouldBe(FamilyRole.Parent);
    }

    [Theory]
    [InlineData(ContactField.Reference, "", "No reference")]
    [InlineData(ContactField.Reference, "---", "No reference")]
    [InlineData(ContactField.Worker, "", "No worker")]
    [InlineData(ContactField.Worker, "Nobody Known", "No worker of this name is known")]
    [InlineData(ContactField.Worker, "Sam Twice", "There are two workers of this name")]
    [InlineData(ContactField.Worker, "Gone Away", "The worker of this name has left")]
    [InlineData(ContactField.Name, " ", "No name")]
    [InlineData(ContactField.Name, "???", "No name")]
    [InlineData(ContactField.StartedOn, "", "No start of involvement")]
    [InlineData(ContactField.StartedOn, "31/02/2026", "The start of involvement is not a day")]
    [InlineData(ContactField.StartedOn, "03/01/0206", "The start of involvement is not a day")]
    [InlineData(ContactField.EndedOn, "02/01/2026", "The involvement ends before it starts")]
    [InlineData(ContactField.Role, "", "No role")]
    [InlineData(ContactField.Role, "Lodger", "The role is not one we know")]
    [InlineData(ContactField.Mobile, "12", "The mobile number is not a telephone number")]
    [InlineData(ContactField.Mobile, "0906 123 4567", "The mobile number is one that costs")]
    [InlineData(ContactField.Email, "ada@", "The e-mail address is not one")]
    [InlineData(ContactField.DoNotText, "perhaps", "“Do not text” is neither yes nor no")]
    [InlineData(ContactField.Hours, "when he is out", "The safe hours are not")]
    public void Weigh_BadCell_IsRefusedWithItsReasonAndChangesNothing(ContactField field, string text, string why)
    {
        var line = _files.Weigh(7, Line((field, text)));

        line.Fate.ShouldBe(ContactImportFate.Refused);
        line.Reason.ShouldNotBeNull().ShouldStartWith(why);
        line.Reason.Length.ShouldBeLessThanOrEqualTo(ContactImportLine.ReasonMaxLength);
        _files.Next.NewFamilies.ShouldBeEmpty();
        _files.Next.NewPeople.ShouldBeEmpty();
    }

    [Fact]
    public void Weigh_EndOnTheDayOfTheStart_IsTaken() =>
        _files.Weigh(2, Line((ContactField.EndedOn, "03/01/2026"))).Fate.ShouldBe(ContactImportFate.NewFamily);

    [Fact]
    public void Weigh_NeitherNumberNorAddress_IsRefused() =>
        _files.Weigh(2, Line((ContactField.Mobile, ""), (ContactField.Email, ""))).Reason.ShouldBe("No mobile number and no e-mail address");

    [Fact]
    public void Weigh_LandlineWithAnAddress_LeavesTheNumberOutAndSaysSo()
    {
        var line = _files.Weigh(2, Line((ContactField.Mobile, "01632 960123")));

        line.Fate.ShouldBe(ContactImportFate.NewFamily);
        line.Reason.ShouldNotBeNull().ShouldContain("landline");
        _files.Next.NewPeople.Single().Mobile.ShouldBeNull();
    }

    [Fact]
    public void Weigh_LandlineAlone_IsRefused() =>
        _files.Weigh(2, Line((ContactField.Mobile, "01632 960123"), (ContactField.Email, ""))).Fate.ShouldBe(ContactImportFate.Refused);

    [Fact]
    public void Weigh_CommaWithoutQuotes_IsRefused() =>
        _files.Weigh(2, [.. Line(), "left over"]).Reason.ShouldNotBeNull().ShouldStartWith("It has more cells than there are headings");

    [Fact]
    public void Weigh_SameLineTwice_IsRefusedTheSecondTime()
    {
        _files.Weigh(2, Line());

        _files.Weigh(3, Line()).Reason.ShouldBe("It is the same person in the same family as line 2");
    }

    [Fact]
    public void Weigh_SecondPersonOfAFamily_JoinsIt()
    {
        _files.Weigh(2, Line());

        _files.Weigh(3, Line((ContactField.Name, "Bo Quill"), (ContactField.Mobile, "07700 900124"), (ContactField.Email, ""))).Fate.ShouldBe(ContactImportFate.NewPerson);
        _files.Next.NewFamilies.Count.ShouldBe(1);
    }

    [Fact]
    public void Weigh_FatherAndSonOfOneName_AreTwoPeopleNowAndTheNextTime()
    {
        string[] father = Line((ContactField.Email, "")), son = Line((ContactField.Mobile, "07700 900999"), (ContactField.Email, ""), (ContactField.Role, "Son"));
        _files.Weigh(2, father);
        _files.Weigh(3, son).Fate.ShouldBe(ContactImportFate.NewPerson);

        _files.Again();
        _files.Weigh(2, son).Fate.ShouldBe(ContactImportFate.Unchanged);
        _files.Weigh(3, father).Fate.ShouldBe(ContactImportFate.Unchanged);
    }

    [Fact]
    public void Weigh_OneOfTwoOfOneNameWithANewNumber_IsNotGuessedAt()
    {
        _files.Weigh(2, Line((ContactField.Email, "")));
        _files.Weigh(3, Line((ContactField.Mobile, "07700 900999"), (ContactField.Email, "")));

        _files.Again().Weigh(2, Line((ContactField.Mobile, "07700 900555"), (ContactField.Email, ""))).Reason.ShouldNotBeNull().ShouldStartWith("Two people of this name");
    }

    [Fact]
    public void Weigh_TwoLinesThatDisagreeAboutTheFamily_TheSecondIsRefused()
    {
        _files.Weigh(2, Line());

        _files.Weigh(3, Line((ContactField.Name, "Bo Quill"), (ContactField.Worker, "Tom Ash"))).Reason.ShouldBe("Line 2 says another worker or other dates for this family");
    }

    [Fact]
    public void Weigh_SamePersonInAnotherFamily_IsOnePersonWithTwoPlaces()
    {
        _files.Weigh(2, Line());

        _files.Weigh(3, Line((ContactField.Reference, "B2"), (ContactField.Name, "ADA QUILL"), (ContactField.Mobile, "+44 7700 900 123"), (ContactField.Email, "ada@example.org")))
            .Fate.ShouldBe(ContactImportFate.NewFamily);
        _files.Next.NewPeople.Count.ShouldBe(1);
        _files.Next.NewMembers.Count.ShouldBe(2);
    }

    [Fact]
    public void Weigh_SameFileAgain_ChangesNothing()
    {
        _files.Weigh(2, Line((ContactField.Note, "Ring twice"), (ContactField.DoNotText, "yes")));

        _files.Again().Weigh(2, Line((ContactField.Note, "Ring twice"), (ContactField.DoNotText, "yes"))).Fate.ShouldBe(ContactImportFate.Unchanged);
        _files.Next.NewFamilies.ShouldBeEmpty();
        _files.Next.NewPeople.ShouldBeEmpty();
    }

    [Fact]
    public void Weigh_NewNumberForSomebodyKnown_ChangesTheirs()
    {
        _files.Weigh(2, Line());
        var person = _files.Next.NewPeople.Single();

        _files.Again().Weigh(2, Line((ContactField.Mobile, "07700 900777"), (ContactField.Email, ""))).Fate.ShouldBe(ContactImportFate.Changed);
        Seal.Open(person.Mobile).ShouldBe("+447700900777");
        person.Email.ShouldBeNull();
        person.EmailHash.ShouldBeNull();
    }

    [Fact]
    public void Weigh_WhatStaffMarkedAsUnsafe_StaysUnsafe()
    {
        _files.Weigh(2, Line());
        var person = _files.Next.NewPeople.Single();
        (person.MayText, person.Hours, person.PausedUntil) = (false, SafeHours.Evenings, Today.AddDays(30));

        _files.Again().Weigh(2, Line((ContactField.DoNotText, "no"), (ContactField.Hours, "any"))).Fate.ShouldBe(ContactImportFate.Unchanged);
        (person.MayText, person.Hours, person.PausedUntil).ShouldBe((false, SafeHours.Evenings, Today.AddDays(30)));
    }

    [Fact]
    public void Weigh_ColumnsThatAreNotInTheFile_LeaveWhatIsKnown()
    {
        _files.Weigh(2, Line((ContactField.EndedOn, "01/06/2026"), (ContactField.Role, "Carer")));
        var (family, person) = (_files.Next.NewFamilies.Single(), _files.Next.NewPeople.Single());
        var few = new ContactColumns(Enum.GetValues<ContactField>().Where(f => f is not (ContactField.EndedOn or ContactField.Email or ContactField.Role)).ToDictionary(f => f, f => (int)f));

        _files.Again(few).Weigh(2, Line()).Fate.ShouldBe(ContactImportFate.Unchanged);
        family.EndedOn.ShouldBe(new DateOnly(2026, 6, 1));
        person.Email.ShouldNotBeNull();
    }

    [Fact]
    public void Weigh_InvolvementThatBeganAgain_HasNoEndBeforeItsStart()
    {
        _files.Weigh(2, Line((ContactField.EndedOn, "01/06/2026")));
        var family = _files.Next.NewFamilies.Single();
        var noEnd = new ContactColumns(Enum.GetValues<ContactField>().Where(f => f != ContactField.EndedOn).ToDictionary(f => f, f => (int)f));

        _files.Again(noEnd).Weigh(2, Line((ContactField.StartedOn, "01/09/2026"))).Fate.ShouldBe(ContactImportFate.Changed);
        family.EndedOn.ShouldBeNull();
    }

    [Fact]
    public void Weigh_NumberThatIsStopped_IsKeptAndSaysSo()
    {
        var files = new ContactFiles(Key.HashOf(TelephoneNumber.Parse("07700900123")!));

        files.Weigh(2, Line()).ShouldBe(new WeighedLine(2, ContactImportFate.NewFamily, "They opted out: nothing is sent"));
    }

    [Fact]
    public void Weigh_NameAndNumberOfSomebodyElsewhere_IsRefusedForSomebodyKnownByAnother()
    {
        _files.Weigh(2, Line((ContactField.Email, "")));
        _files.Weigh(3, Line((ContactField.Reference, "B2"), (ContactField.Mobile, "07700 900555"), (ContactField.Email, "")));

        var line = _files.Again().Weigh(2, Line((ContactField.Reference, "B2"), (ContactField.Email, "")));

        line.Reason.ShouldNotBeNull().ShouldStartWith("Somebody else of this name and number");
    }
}
