using Open311.Mock.Alterations.Trees;
using Open311.Mock.Answers;
using Open311.Mock.Questions;
using Open311.Protocol.Writing;

namespace Open311.Mock.Serving;

/// <summary>The token that an answer to a POST gives.</summary>
internal static class PostedToken
{
    public static string? Of(Question question, Reply reply)
    {
        if (!question.IsPost || reply.IsError || reply.Resource.Content is not DataList { Items: [DataObject fields, ..] })
            return null;
        return TreeEdit.Field(fields, "token") is DataText { Value: { Length: > 0 } token } ? token : null;
    }
}
